import type { mongo } from 'mongoose';

/**
 * The driver's collection behind a model: what runs in a request or in bulk is sent as it is, without hydration. The
 * document's type is named by the caller, since inferring it from a model takes the compiler seconds.
 */
export function driverCollection<Document extends mongo.Document>(model: {
  readonly collection: unknown;
}): mongo.Collection<Document> {
  return model.collection as mongo.Collection<Document>;
}
