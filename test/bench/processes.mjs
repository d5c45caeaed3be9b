import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const started = [];

/** Starts a node process, whose stdout is ours to read. Ended by `endAll`. */
function spawnNode(words, env) {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, APP_ENV: 'test', DEMO: 'off', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
}

/** Starts one and answers the first line of its stdout that matches. */
export async function startNode(words, env, awaited) {
  const child = spawnNode(words, env);
  const lines = createInterface({ input: child.stdout });
  const found = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const match = awaited.exec(line);
      if (match) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`${words.join(' ')} ended with ${code}`)));
  });
  return { child, found };
}

export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

export async function endAll() {
  for (const child of started) await end(child);
}

export async function runNode(words, env) {
  const child = spawnNode(words, env);
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return stdout.trim();
}
