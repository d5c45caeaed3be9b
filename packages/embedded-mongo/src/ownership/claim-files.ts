import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { OwnerRecord } from './owner-record.js';

/**
 * Claims stand in the folder as `owner-1`, `owner-2`, …: the highest one owns it. One is made only by whoever creates
 * its file, so one process at most has a number; numbers never go down, so an old one cannot come back.
 */
export type Claim = {
  readonly number: number;
  /** Null while its file is being written. */
  readonly owner: OwnerRecord | null;
  /** Changes as long as the owner is at work. */
  readonly beat: string;
  readonly isReleased: boolean;
  /** False in a copy of the folder, as far as the file system's numbers tell. */
  readonly isOriginal: boolean;
};

type StoredRecord = OwnerRecord & { readonly inode: number };

const NAME = /^owner-(\d{1,15})$/u;
const RELEASED = 'released';
const BEAT_LENGTH = 12;

/** The file of a claim. */
export function claimFile(folder: string, number: number): string {
  return path.join(folder, `owner-${String(number)}`);
}

/** The numbers of all claims, lowest first. */
export function claimNumbers(folder: string): readonly number[] {
  return readdirSync(folder)
    .map((name) => Number(NAME.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
}

/** The claim that owns the folder; undefined where there is none. */
export function highestClaim(folder: string): Claim | undefined {
  for (;;) {
    const number = claimNumbers(folder).at(-1);
    if (number === undefined) return undefined;
    const claim = readClaim(folder, number);
    if (claim !== undefined) return claim;
  }
}

function readClaim(folder: string, number: number): Claim | undefined {
  let text: string;
  let inode: number;
  try {
    text = readFileSync(claimFile(folder, number), 'utf8');
    inode = statSync(claimFile(folder, number)).ino;
  } catch (error) {
    // Its successor has removed it since.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const beat = text.slice(0, BEAT_LENGTH).trim();
  const owner = recordIn(text);
  return {
    number,
    owner,
    beat,
    isReleased: beat === RELEASED,
    isOriginal: owner?.inode === inode,
  };
}

function recordIn(text: string): StoredRecord | null {
  try {
    return JSON.parse(text.slice(BEAT_LENGTH)) as StoredRecord;
  } catch {
    return null;
  }
}

/** Makes a claim; false when somebody else has made that one. */
export function createClaim(folder: string, number: number, owner: OwnerRecord): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(claimFile(folder, number), 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    const stored: StoredRecord = { ...owner, inode: fstatSync(descriptor).ino };
    writeSync(descriptor, `${padded('0')}${JSON.stringify(stored)}\n`);
  } finally {
    closeSync(descriptor);
  }
  return true;
}

/** Moves the beat, in the bytes that are there: a full disk does not stop it. Rejects when the claim is gone. */
export async function beatOnce(file: string, count: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.write(padded(String(count)), 0);
  } finally {
    await handle.close();
  }
}

/** Says that the owner has let go; does nothing when the claim is gone. */
export function releaseClaim(file: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    writeSync(descriptor, padded(RELEASED), 0);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a claim and the lifeline it names. */
export function removeClaim(folder: string, number: number): void {
  const lifeline = readClaim(folder, number)?.owner?.lifeline;
  if (typeof lifeline === 'string') rmSync(path.join(folder, lifeline), { force: true });
  rmSync(claimFile(folder, number), { force: true });
}

function padded(text: string): string {
  return text.padEnd(BEAT_LENGTH - 1).concat('\n');
}
