import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedMongoReason } from '../../src/index.js';
import { ownBuild, refuseOldBuilds } from '../support/fresh-build.js';

/** A server in a process of its own, and what it said when it was started. */
export type StartedServer = {
  readonly child: ChildProcess;
  readonly said: {
    readonly uri: string;
    readonly instance: string;
    readonly reason?: EmbeddedMongoReason;
    readonly message?: string;
  };
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would end the process. */
  readonly kill: () => Promise<void>;
};

const SCRIPT = fileURLToPath(new URL('./server-process.mjs', import.meta.url));

/**
 * Starts the embedded database over a folder in a process of its own. `through` are the words of a command that runs
 * the words after them.
 */
export async function startServer(
  options: Record<string, unknown>,
  through: readonly string[] = [],
): Promise<StartedServer> {
  refuseOldBuilds([ownBuild]);
  const words = [...through, process.execPath, SCRIPT, JSON.stringify(options)];
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child.killed) child.kill(signal);
    await ended;
  };
  return {
    child,
    said: JSON.parse(line) as StartedServer['said'],
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A new folder below the temporary one, and how to remove it. */
export async function newFolder(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mongo-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
