// npm run bench: speed as ratios taken in one run, on the embedded database. Bounded: about two minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchPeriodEnd } from './period-end.mjs';
import { previewAll, upgradeAll } from './load.mjs';
import { end, endAll, runNode, startNode } from './processes.mjs';
import { writeSubscribers } from './seed.mjs';
import { benchValidation } from './validation.mjs';
import { benchWebhooks } from './webhooks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const say = (line) => process.stdout.write(`${line}\n`);
const round = (value) => Math.round(value).toLocaleString('en');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const perRound = 2_000;
const rounds = 3;
const alone = 600;
const warmUp = 500;

async function startDatabase(name) {
  const env = { DATA_DIR: path.join(folder, name) };
  const { found, child } = await startNode(
    ['dist/main.js', 'embedded-mongo', '--port', '0'],
    env,
    /^(mongodb:\S+)/,
  );
  return { uri: `${found.replace(/\/?(\?.*)?$/, '')}/bench`, child, env };
}

/** The same load on gateway and yardstick by turns, each with the same database and subscribers of its own. */
async function benchUpgrades() {
  const file = path.join(folder, 'subscribers.json');
  const each = warmUp + rounds * perRound + 2 * alone;
  writeSubscribers(file, 2 * each);
  const { uri, child, env } = await startDatabase('upgrades');
  const settings = { ...env, MONGODB_URI: uri, RATE_LIMIT_PER_MINUTE: '100000000', PORT: '0' };
  await runNode(['dist/main.js', 'import', file], settings);
  const token = await runNode(['dist/main.js', 'token', '--client', 'bench'], settings);
  const gateway = await startNode(['dist/main.js', 'serve'], settings, /listens on (\S+)/);
  const bare = await startNode(['test/bench/bare-server.mjs', uri, 'bench'], {}, /^(http:\S+)/);

  const run = async (url, offset, atOnce, count) =>
    upgradeAll(url, { from: offset + 1, to: offset + count, atOnce, token });
  await run(gateway.found, 0, 32, warmUp);
  await run(bare.found, each, 32, warmUp);
  const figures = { gateway: [], bare: [] };
  for (let turn = 0; turn < rounds; turn += 1) {
    const offset = warmUp + turn * perRound;
    figures.gateway.push(await run(gateway.found, offset, 32, perRound));
    figures.bare.push(await run(bare.found, each + offset, 32, perRound));
  }
  const single = await run(gateway.found, warmUp + rounds * perRound, 1, alone);
  const after = warmUp + rounds * perRound + alone;
  const last = { from: after + 1, to: after + alone, atOnce: 1, token };
  const previews = await previewAll(gateway.found, last);
  const keyed = await upgradeAll(gateway.found, {
    ...last,
    headers: (index) => ({ 'idempotency-key': `key-${index}`, 'if-match': '"1"' }),
  });
  for (const it of [gateway.child, bare.child, child]) await end(it);
  return { gateway: median(figures.gateway), bare: median(figures.bare), single, previews, keyed };
}

/** From the start of the process to its first answer, with the demo data on an empty folder. */
async function benchStart() {
  const env = {
    DATA_DIR: path.join(folder, 'start'),
    APP_ENV: 'development',
    DEMO: 'on',
    PORT: '0',
  };
  const started = performance.now();
  const { found, child } = await startNode(['dist/main.js', 'serve'], env, /listens on (\S+)/);
  const response = await fetch(`${found}/health/ready`);
  const seconds = (performance.now() - started) / 1000;
  await end(child);
  if (response.status !== 200) throw new Error('not ready');
  return seconds;
}

try {
  say(`start to first answer with the demo data   ${(await benchStart()).toFixed(2)} s`);
  const { gateway, bare, single, previews, keyed } = await benchUpgrades();
  say(`upgrades a second, 32 at once              ${round(gateway)}`);
  say(`the same on bare node:http and driver      ${round(bare)}`);
  say(
    `ratio                                      ${(gateway / bare).toFixed(2)}   (aim 0.6 or more)`,
  );
  say(`upgrades a second, one at a time           ${round(single)}`);
  say(`the same with Idempotency-Key and If-Match  ${round(keyed)}`);
  say(`previews a second, one at a time           ${round(previews)}`);
  say(
    `cost of a preview to an upgrade            ${(single / previews).toFixed(2)}   (aim 0.5 or less)`,
  );
  const rows = await benchPeriodEnd({ folder, startDatabase, writeSubscribers });
  say(`period ends a second, events written       ${round(rows)}`);
  say(
    `ratio to single upgrades                   ${(rows / single).toFixed(1)}   (aim 10 or more)`,
  );
  say(`ratio to upgrades 32 at once               ${(rows / gateway).toFixed(1)}`);
  const { alone: alonePace, beside } = await benchWebhooks({ startDatabase });
  say(`webhooks a second, in order, alone         ${round(alonePace)}`);
  say(`the same beside 9 receivers that hang      ${round(beside)}`);
  say(
    `ratio                                      ${(beside / alonePace).toFixed(2)}   (aim 0.8 or more)`,
  );
  const { microseconds, ratio } = await benchValidation();
  say(
    `field rules of change_product              ${microseconds.toFixed(1)} µs, ${ratio.toFixed(1)} times JSON.parse of the body`,
  );
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
