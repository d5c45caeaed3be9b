import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The one user of a server that listens on a port. */
export type Credentials = { readonly user: string; readonly password: string };

const FILE_NAME = 'embedded-mongo-user.json';

/**
 * The credentials of a folder, made by chance the first time. They are kept beside the data, readable for the same user
 * alone, so that clients find their way back when the server is started again.
 */
export async function credentialsOf(folder: string): Promise<Credentials> {
  const file = path.join(folder, FILE_NAME);
  const known = await readKnown(file);
  if (known !== undefined) return known;
  const made = {
    user: `user-${randomBytes(4).toString('hex')}`,
    password: randomBytes(24).toString('base64url'),
  };
  await writeFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

async function readKnown(file: string): Promise<Credentials | undefined> {
  try {
    const { user, password } = JSON.parse(await readFile(file, 'utf8')) as Partial<Credentials>;
    const isWhole = typeof user === 'string' && typeof password === 'string' && password !== '';
    return isWhole ? { user, password } : undefined;
  } catch {
    return undefined;
  }
}
