// npm run bench: speed as ratios taken in one run, on the embedded database. Bounded: about five minutes.
// `npm run bench -- groups` measures one part alone: start, changes, groups or decisions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchDecisions } from './decisions.mjs';
import { benchGroups } from './groups.mjs';
import { benchPeriodEnd } from './period-end.mjs';
import { previewAll, upgradeAll } from './load.mjs';
import { end, endAll, runNode, startNode } from './processes.mjs';
import { writeSubscribers } from './seed.mjs';
import { benchValidation } from './validation.mjs';
import { benchWebhooks } from './webhooks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
const say = (line) => process.stdout.write(`${line}\n`);
const round = (value) => Math.round(value).toLocaleString('en');
const ratio = (value) => value.toFixed(2);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const perRound = 2_000;
const rounds = 3;
const alone = 600;
const aloneRound = 300;
const settlingMs = 1_000;
/** As `npm start` starts the gateway; the strict yardstick gets it too. */
const roomForYoung = '--max-semi-space-size=64';
// So many until V8 has compiled what is hot: before that a process that does more looks slower than it is.
const warmUp = 3_000;

function inDatabase(uri, name) {
  const named = new URL(uri);
  named.pathname = `/${name}`;
  return named.href;
}

async function startDatabase(name) {
  const env = { DATA_DIR: path.join(folder, name) };
  const { found, child } = await startNode(
    ['dist/main.js', 'embedded-mongo', '--port', '0'],
    env,
    /^(mongodb:\S+)/,
  );
  return { uri: inDatabase(found, 'bench'), child, env };
}

/** The same load on gateway and yardsticks by turns, each in a database of its own on one server. */
async function benchUpgrades() {
  const file = path.join(folder, 'subscribers.json');
  const each = warmUp + rounds * (perRound + aloneRound) + 2 * alone;
  writeSubscribers(file, each);
  const { uri, child, env } = await startDatabase('upgrades');
  const settings = { ...env, MONGODB_URI: uri, RATE_LIMIT_PER_MINUTE: '100000000', PORT: '0' };
  const bareUri = (name) => inDatabase(uri, name);
  for (const it of [uri, bareUri('bare'), bareUri('behind')]) {
    await runNode(['dist/main.js', 'import', file], { ...settings, MONGODB_URI: it });
  }
  const token = await runNode(['dist/main.js', 'token', '--client', 'bench'], settings);
  const bare = (name) => ['test/bench/bare-server.mjs', bareUri(name), name];
  const servers = {
    gateway: await startNode([roomForYoung, 'dist/main.js', 'serve'], settings, /listens on (\S+)/),
    bare: await startNode(bare('bare'), {}, /^(http:\S+)/),
    behind: await startNode([roomForYoung, ...bare('behind'), 'behind'], {}, /^(http:\S+)/),
  };
  const names = Object.keys(servers);

  const run = async (name, offset, atOnce, count) => {
    const load = { from: offset + 1, to: offset + count, atOnce, token };
    const pace = await upgradeAll(servers[name].found, load);
    // What a server drains behind its answers must not slow down the next one.
    await new Promise((resolve) => setTimeout(resolve, settlingMs));
    return pace;
  };
  const inTurn = async (offset, atOnce, count) => {
    const figures = Object.fromEntries(names.map((name) => [name, []]));
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const name of names)
        figures[name].push(await run(name, offset + turn * count, atOnce, count));
    }
    return Object.fromEntries(names.map((name) => [name, median(figures[name])]));
  };
  for (const name of names) await run(name, 0, 32, warmUp);
  const together = await inTurn(warmUp, 32, perRound);
  const single = await inTurn(warmUp + rounds * perRound, 1, aloneRound);
  const after = warmUp + rounds * (perRound + aloneRound);
  const last = { from: after + 1, to: after + alone, atOnce: 1, token };
  const previews = await previewAll(servers.gateway.found, last);
  const keyed = await upgradeAll(servers.gateway.found, {
    ...last,
    headers: (index) => ({ 'idempotency-key': `key-${index}`, 'if-match': '"1"' }),
  });
  for (const it of [...Object.values(servers).map((server) => server.child), child]) await end(it);
  return { together, single, previews, keyed };
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

async function sayStart() {
  say(`start to first answer with the demo data   ${(await benchStart()).toFixed(2)} s`);
}

async function sayChanges() {
  const { together, single, previews, keyed } = await benchUpgrades();
  const { gateway } = together;
  for (const [name, it] of Object.entries({ '32 at once': together, alone: single })) {
    const head = `upgrades a second, ${name}`;
    say(`${head.padEnd(43)}${round(it.gateway)}`);
    say(`  bare node:http and driver, insert first  ${round(it.bare)}`);
    say(
      `  ratio                                    ${ratio(it.gateway / it.bare)}   (aim 0.8 or more)`,
    );
    say(`  strict: the gateway's order and flags    ${round(it.behind)}`);
    say(`  ratio                                    ${ratio(it.gateway / it.behind)}`);
  }
  say(`upgrades with Idempotency-Key and If-Match  ${round(keyed)}`);
  say(`previews a second, one at a time           ${round(previews)}`);
  say(
    `cost of a preview to an upgrade            ${ratio(single.gateway / previews)}   (aim 0.5 or less)`,
  );
  const rows = await benchPeriodEnd({ folder, startDatabase, writeSubscribers });
  say(`period ends a second, events written       ${round(rows)}`);
  say(
    `ratio to single upgrades                   ${(rows / single.gateway).toFixed(1)}   (aim 10 or more)`,
  );
  say(`ratio to upgrades 32 at once               ${(rows / gateway).toFixed(1)}`);
  const { alone: alonePace, beside } = await benchWebhooks({ startDatabase });
  say(`webhooks a second, in order, alone         ${round(alonePace)}`);
  say(`the same beside 9 receivers that hang      ${round(beside)}`);
  say(
    `ratio                                      ${(beside / alonePace).toFixed(2)}   (aim 0.8 or more)`,
  );
  const rules = await benchValidation();
  say(
    `field rules of change_product              ${rules.microseconds.toFixed(1)} µs, ${rules.ratio.toFixed(1)} times JSON.parse of the body`,
  );
}

async function sayGroups() {
  const { options, changes } = await benchGroups({ folder, startDatabase, median });
  for (const [name, { plain, quantity }] of Object.entries(options)) {
    say(`options of 300 plans to a preview, ${name}   ${plain.toFixed(1)}   (aim 10 or less)`);
    say(`  with ?quantity=5                         ${quantity.toFixed(1)}   (aim 10 or less)`);
  }
  for (const [name, it] of Object.entries({
    '32 at once': changes.together,
    alone: changes.alone,
  })) {
    say(`upgrades a second, ${name.padEnd(22)}${round(it.upgrade.answered)}`);
    for (const which of ['answered', 'written']) {
      const to = which === 'answered' ? 'to the answer' : 'to the last event';
      const of = (kind) => ratio(it.upgrade[which] / it[kind][which]);
      say(`  cost of an apply, ${to.padEnd(23)}${of('apply')}`);
      say(`  the same with documents                  ${of('billed')}`);
    }
  }
}

async function sayDecisions() {
  const it = await benchDecisions();
  say(`deciding 300 plans, in times of a preview's ${ratio(it.plans)}`);
  say(`  signing and printing them too            ${ratio(it.options)}`);
  say(
    `  milliseconds of the processor            ${ratio(it.milliseconds.plans)}, ${ratio(it.milliseconds.options)}`,
  );
  say(`  megabytes allocated, and printed         ${ratio(it.allocated)}, ${ratio(it.printed)}`);
}

const parts = {
  start: sayStart,
  changes: sayChanges,
  groups: sayGroups,
  decisions: sayDecisions,
};
const wanted = process.argv.slice(2);

try {
  for (const [name, sayPart] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await sayPart();
  }
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
