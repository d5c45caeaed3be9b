import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where a process runs; empty where the system does not say. */
type Place = {
  /** This start of this kernel: a socket that one of its processes holds is seen by all of them. */
  readonly bootId: string;
  readonly host: string;
  /** Where its number means this process and no other. */
  readonly pidNamespace: string;
};

/** Who holds a folder, as it stands in the folder. */
export type OwnerRecord = Place & {
  readonly instance: string;
  /** Its number, as it sees itself. */
  readonly pid: number;
  readonly since: string;
  /** Its lifeline, below the folder; null where the file system takes no sockets. */
  readonly lifeline: string | null;
};

/** The record of this process. */
export function ownRecord(own: Pick<OwnerRecord, 'instance' | 'lifeline'>): OwnerRecord {
  return { ...own, pid: process.pid, since: new Date().toISOString(), ...placeOfThis() };
}

/** True when what the kernel says of that process's sockets is true for us. */
export function isOfThisKernel({ bootId, host }: OwnerRecord): boolean {
  const here = placeOfThis();
  return bootId === here.bootId && (bootId !== '' || host === here.host);
}

/** Names the owner so that an operator finds it. */
export function describeOwner(owner: OwnerRecord): string {
  const here = placeOfThis();
  const isOurNumber = isOfThisKernel(owner) && owner.pidNamespace === here.pidNamespace;
  return isOurNumber
    ? `process ${String(owner.pid)}`
    : `process ${String(owner.pid)} of the host or container "${owner.host}"`;
}

function placeOfThis(): Place {
  return {
    bootId: textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    host: hostname(),
    pidNamespace: textOf(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function textOf(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}
