import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { refuseOldBuild } from '../support/fresh-build.js';

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

type Env = Readonly<Record<string, string>>;
type Running = { readonly child: ChildProcess; readonly ended: Promise<Ended> };

const started = new Set<ChildProcess>();
const folders = new Set<string>();

/** A new path for a database folder; the folder itself is left to the process. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
  folders.add(folder);
  return path.join(folder, 'database');
}

/** Ends what a suite left running, and removes its folders. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...started].map(async (child) => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Starts `node dist/main.js` with these words and these settings, and none of the surrounding process's own. */
function start(words: readonly string[], env: Env): Running {
  const { PATH = '', HOME = '' } = process.env;
  refuseOldBuild();
  const child = spawn(process.execPath, ['dist/main.js', ...words], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => {
    started.delete(child);
    return { code: code as number | null, ...written };
  });
  return { child, ended };
}

/** Runs a command to its end. */
export function run(words: readonly string[], env: Env): Promise<Ended> {
  return start(words, env).ended;
}

/** Starts a process that goes on, and waits until its output holds that; throws with what it said where it ends before. */
export async function startUntil(
  pattern: RegExp,
  words: readonly string[],
  env: Env,
): Promise<{ readonly match: string; stop(): Promise<Ended> }> {
  const { child, ended } = start(words, env);
  const match = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [found] = pattern.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(({ code, stderr }) => {
      reject(new Error(`ended with ${String(code)}: ${stderr}`));
    });
  });
  return {
    match,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
