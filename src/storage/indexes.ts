import { mongo } from 'mongoose';
import { driverCollection } from './driver-collection.js';
import type { Models } from './models.js';

/** An index that a schema declares. */
type DeclaredIndex = {
  readonly collection: string;
  readonly name: string;
  readonly key: Readonly<Record<string, number>>;
  readonly unique: boolean;
  readonly sparse: boolean;
};

const namespaceNotFound = 26;
const whileMs = 2_000;

type Building = {
  /** Told what is waited for, where it takes a while: on an empty database nobody waits. */
  readonly onBuild: (collection: string, indexes: readonly string[]) => void;
  readonly limitMs: number;
};

/**
 * Builds what is missing, and throws where an index of that name or key is there with other options, or where a build
 * takes longer than the limit. The database goes on building then: a later start finds it done.
 */
export async function ensureIndexes(models: Models, { onBuild, limitMs }: Building): Promise<void> {
  for (const model of Object.values(models)) {
    const declared = declaredIndexes(model);
    const missing = (await missingOf(model)).map(({ name }) => name);
    if (missing.length === 0) continue;
    const telling = setTimeout(onBuild, Math.min(whileMs, limitMs / 10), model.modelName, missing);
    const specifications = declared.map(({ name, key, unique, sparse }) => ({
      name,
      key: { ...key },
      ...(unique ? { unique } : {}),
      ...(sparse ? { sparse } : {}),
    }));
    const within = { socketTimeoutMS: limitMs } as mongo.CreateIndexesOptions;
    await driverCollection(model)
      .createIndexes(specifications, within)
      .catch((error: unknown) => {
        if (!(error instanceof mongo.MongoNetworkTimeoutError)) throw error;
        throw tooLong(model.modelName, missing, limitMs);
      })
      .finally(() => {
        clearTimeout(telling);
      });
  }
}

function tooLong(collection: string, indexes: readonly string[], limitMs: number): Error {
  const named = indexes.map((it) => `${collection}.${it}`).join(', ');
  return new Error(
    `the database has not built ${named} within ${String(limitMs)} ms: it may go on; start again later, or set MONGODB_INDEX_BUILD_MS`,
  );
}

/** Declared indexes that the database lacks, or has in another form, as `collection.index`. */
export async function missingIndexes(models: Models): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const model of Object.values(models)) {
    const absent = await missingOf(model);
    missing.push(...absent.map(({ collection, name }) => `${collection}.${name}`));
  }
  return missing;
}

async function missingOf(model: AnyModel): Promise<readonly DeclaredIndex[]> {
  const declared = declaredIndexes(model);
  if (declared.length === 0) return [];
  const present = await presentIndexes(model);
  return declared.filter((it) => !present.some((other) => isSameIndex(it, other)));
}

type AnyModel = Models[keyof Models];

function declaredIndexes({ schema, modelName }: AnyModel): readonly DeclaredIndex[] {
  return schema.indexes().map(([key, options]) => ({
    collection: modelName,
    name: Object.entries(key).flat().join('_'),
    key: key as DeclaredIndex['key'],
    unique: options.unique === true,
    sparse: options.sparse === true,
  }));
}

async function presentIndexes(model: AnyModel): Promise<readonly mongo.IndexDescriptionInfo[]> {
  try {
    const indexes = await driverCollection(model).listIndexes().toArray();
    return indexes as mongo.IndexDescriptionInfo[];
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === namespaceNotFound) return [];
    throw error;
  }
}

function isSameIndex(declared: DeclaredIndex, present: mongo.IndexDescriptionInfo): boolean {
  return (
    present.name === declared.name &&
    keyText(present.key) === keyText(declared.key) &&
    Boolean(present.unique) === declared.unique &&
    Boolean(present.sparse) === declared.sparse
  );
}

/** The order of the fields counts; whether a direction comes back as 1, 1.0 or a 64-bit 1 does not. */
function keyText(key: object): string {
  return Object.entries(key)
    .map(([field, direction]) => `${field} ${String(Number(direction))}`)
    .join();
}
