import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config/config.js';
import { generateTokenKeys, parseTokenKeys, type TokenKeys } from '../credentials/token-keys.js';
import { SettingsFailure } from '../cli/settings-failure.js';

/**
 * The keys of `TOKEN_KEYS`, or else those of `DATA_DIR/token-keys.json`, made there the first time. Throws
 * `SettingsFailure` with all that is wrong with them.
 */
export async function readTokenKeys({ tokenKeys, dataDir }: Config): Promise<TokenKeys> {
  const parsed = parseTokenKeys(tokenKeys ?? (await generatedKeys(dataDir)));
  if (parsed.ok) return parsed.keys;
  const faults = parsed.faults.map((problem) => ({ setting: 'TOKEN_KEYS', problem }));
  throw new SettingsFailure(faults);
}

/** Two processes may start at once: each makes keys, one of them links the file, and both read that one. */
async function generatedKeys(folder: string): Promise<string> {
  const file = path.join(folder, 'token-keys.json');
  const known = await readIfThere(file);
  if (known !== null) return known;
  // The folder of the embedded database as well: whoever makes it makes it for this user alone.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, generateTokenKeys(), { mode: 0o600, flag: 'wx' });
  await link(draft, file).catch(ignoring('EEXIST'));
  await rm(draft);
  return readFile(file, 'utf8');
}

/** Null if there is no such file. */
async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    ignoring('ENOENT')(error);
    return null;
  });
}

/** What to do with an error: nothing if it has this code; else it is thrown. */
function ignoring(code: string): (error: unknown) => void {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  };
}
