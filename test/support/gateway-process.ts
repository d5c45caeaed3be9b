import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { refuseOldBuild } from './fresh-build.js';

export type GatewayProcess = {
  readonly url: string;
  /** Everything on stderr so far: the log. */
  log(): string;
  /** Ends it by that signal and answers the exit code; null where the signal itself ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

export type Settings = Readonly<Record<string, string>>;

/** Runs `dist/main.js` with these words and settings, nothing inherited but what a process needs. */
export function spawnMain(
  words: readonly string[],
  settings: Settings,
  input: string | null = null,
): ChildProcess {
  refuseOldBuild();
  const child = spawn(process.execPath, ['dist/main.js', ...words], {
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, APP_ENV: 'test', ...settings },
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  return child;
}

/** Starts a process and waits for the first line on stdout that matches. Throws with its stderr when it ends before. */
export async function startMain(
  words: readonly string[],
  settings: Settings,
  awaited: RegExp,
): Promise<GatewayProcess> {
  const child = spawnMain(words, settings);
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('a child has pipes');
  let log = '';
  stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const line = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.on('line', (text) => {
      const [, found] = awaited.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the process ended before it was ready: ${log}`));
    });
  });
  return {
    url: line,
    log: () => log,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** The gateway with its worker on a free port. */
export function startGateway(settings: Settings): Promise<GatewayProcess> {
  return startMain(['serve'], { PORT: '0', ...settings }, /listens on (\S+)/);
}

/** Runs one command to its end; `input` comes on its standard input. */
export async function runMain(
  words: readonly string[],
  settings: Settings,
  input: string | null = null,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnMain(words, settings, input);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
