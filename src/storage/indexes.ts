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
const builtAsLongAsItTakes = { socketTimeoutMS: 0 } as mongo.CreateIndexesOptions;

/** Builds what is missing, and throws where an index of that name or key is there with other options. */
export async function ensureIndexes(models: Models): Promise<void> {
  for (const model of Object.values(models)) {
    const declared = declaredIndexes(model);
    if (declared.length === 0) continue;
    const specifications = declared.map(({ name, key, unique, sparse }) => ({
      name,
      key: { ...key },
      ...(unique ? { unique } : {}),
      ...(sparse ? { sparse } : {}),
    }));
    await driverCollection(model).createIndexes(specifications, builtAsLongAsItTakes);
  }
}

/** Declared indexes that the database lacks, or has in another form, as `collection.index`. */
export async function missingIndexes(models: Models): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const model of Object.values(models)) {
    const present = await presentIndexes(model);
    missing.push(
      ...declaredIndexes(model)
        .filter((declared) => !present.some((it) => isSameIndex(declared, it)))
        .map(({ collection, name }) => `${collection}.${name}`),
    );
  }
  return missing;
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
