import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A running server: where it is, and which one. */
export type Published = { readonly uri: string; readonly instance: string };

const FILE_NAME = 'mongodb.json';

/** Publishes a server that is listening already; the file appears whole or not at all. */
export async function publishAddress(folder: string, published: Published): Promise<void> {
  const file = path.join(folder, FILE_NAME);
  const unfinished = `${file}.${published.instance}`;
  await writeFile(unfinished, `${JSON.stringify(published)}\n`, { mode: 0o600 });
  await rename(unfinished, file);
}

/** What is published in a folder, true or not; undefined when there is nothing readable. */
export async function readPublished(folder: string): Promise<Published | undefined> {
  try {
    const { uri, instance } = JSON.parse(
      await readFile(path.join(folder, FILE_NAME), 'utf8'),
    ) as Partial<Published>;
    return typeof uri === 'string' && typeof instance === 'string' ? { uri, instance } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes back what this instance published; another one's is left alone. */
export async function unpublishAddress(folder: string, instance: string): Promise<void> {
  const published = await readPublished(folder);
  if (published?.instance === instance) await rm(path.join(folder, FILE_NAME), { force: true });
}
