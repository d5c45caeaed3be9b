import { readFileSync } from 'node:fs';

/** What tells one process from another one that later gets the same number. */
export type ProcessIdentity = {
  readonly pid: number;
  /** This start of the operating system; empty where the system does not say. */
  readonly bootId: string;
  /** When the process began, in the system's own ticks; empty where the system does not say. */
  readonly startedAt: string;
};

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, bootId: bootId(), startedAt: startOf(process.pid) ?? '' };
}

/** True when the very process is still there; undefined when the system does not let us know. */
export function isRunning({ pid, bootId: boot, startedAt }: ProcessIdentity): boolean | undefined {
  if (boot !== bootId()) return false;
  if (!exists(pid)) return false;
  const started = startOf(pid);
  if (started === undefined || startedAt === '') return undefined;
  return started === startedAt;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function bootId(): string {
  return textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

// proc(5): field 22 is the start time; the second field, a name in parentheses, may hold spaces.
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${String(pid)}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
