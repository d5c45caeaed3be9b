// What product groups cost beside Payway's dialect, as ratios in one run on one gateway. Bounded: about two minutes.
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { applyAll, optionsAll, previewAll, upgradeAll } from './load.mjs';
import { end, runNode, startNode } from './processes.mjs';
import { organisationId, writeSubscribers } from './seed.mjs';

const rounds = 3;
const perRound = 600;
const aloneRound = 150;
const warmUp = 1_000;
const tiers = 100;
const roomForYoung = '--max-semi-space-size=64';

/** Events that one change of each kind has: with documents also that the credit note and the invoice are there, and sent. */
const kinds = {
  upgrade: { changeAll: upgradeAll, events: 1, first: 0 },
  apply: { changeAll: applyAll, events: 1, first: 1 },
  billed: { changeAll: applyAll, events: 4, first: 2 },
};
const names = Object.keys(kinds);
const each = warmUp + rounds * (perRound + aloneRound);

const privatePem = (type, options) =>
  generateKeyPairSync(type, options).privateKey.export({ type: 'pkcs8', format: 'pem' });
const signedBy = (alg, private_key_pem) =>
  JSON.stringify({ signing: 'bench', keys: [{ kid: 'bench', alg, private_key_pem }] });
const keySets = {
  HS256: {},
  RS256: { TOKEN_KEYS: signedBy('RS256', privatePem('rsa', { modulusLength: 2048 })) },
  ES256: { TOKEN_KEYS: signedBy('ES256', privatePem('ec', { namedCurve: 'P-256' })) },
};

export async function benchGroups({ folder, startDatabase, median }) {
  const file = path.join(folder, 'groups.json');
  writeSubscribers(file, names.length * each, { tiers, billedFrom: 2 * each + 1 });
  const { uri, child, env } = await startDatabase('groups');
  const settings = { ...env, MONGODB_URI: uri, RATE_LIMIT_PER_MINUTE: '100000000', PORT: '0' };
  await runNode(['dist/main.js', 'import', file], settings);
  const options = await benchOptions(settings, median);
  const changes = await benchChanges({ settings, uri, median });
  await end(child);
  return { options, changes };
}

async function startGateway(settings) {
  const token = await runNode(['dist/main.js', 'token', '--client', 'bench'], settings);
  const words = [roomForYoung, 'dist/main.js', 'serve'];
  const { found: url, child } = await startNode(words, settings, /listens on (\S+)/);
  return { url, child, token };
}

/** How many previews the options of 100 tiers of 3 plans take, with and without a quantity, for each sort of key. */
async function benchOptions(settings, median) {
  const figures = {};
  for (const [name, keys] of Object.entries(keySets)) {
    const { url, token, child } = await startGateway({ ...settings, ...keys });
    const load = (from, count) => ({ from, to: from + count - 1, atOnce: 1, token });
    const seconds = async (from) => ({
      preview: 1 / (await previewAll(url, load(from, 200))),
      plain: 1 / (await optionsAll(url, load(from, 20))),
      quantity: 1 / (await optionsAll(url, { ...load(from, 20), query: '?quantity=5' })),
    });
    await previewAll(url, load(1, 600));
    await seconds(1);
    const turns = [];
    for (let turn = 0; turn < rounds; turn += 1) turns.push(await seconds(1));
    const ratioOf = (which) => median(turns.map((it) => it[which] / it.preview));
    figures[name] = { plain: ratioOf('plain'), quantity: ratioOf('quantity') };
    await end(child);
  }
  return figures;
}

/** Changes a second of each kind by turns: to the answer, and until the last of their events is in the log. */
async function benchChanges({ settings, uri, median }) {
  const { connect } = await import('../../dist/storage/connect.js');
  const { openStores } = await import('../../dist/storage/open-stores.js');
  const database = await connect({ uri, requestTimeoutMs: 60_000 });
  const { events } = openStores(database);
  const { url, token, child } = await startGateway(settings);

  const run = async (name, offset, { atOnce, count }) => {
    const { changeAll, events: perChange, first } = kinds[name];
    const from = first * each + offset + 1;
    const last = (await events.lastPosition(organisationId)) + count * perChange;
    const started = performance.now();
    const answered = await changeAll(url, { from, to: from + count - 1, atOnce, token });
    while ((await events.lastPosition(organisationId)) < last) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { answered, written: (1000 * count) / (performance.now() - started) };
  };
  const byTurns = async (offset, load) => {
    const turns = Object.fromEntries(names.map((name) => [name, []]));
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const name of names) turns[name].push(await run(name, offset + turn * load.count, load));
    }
    const medianOf = (name, which) => median(turns[name].map((it) => it[which]));
    return Object.fromEntries(
      names.map((name) => [
        name,
        { answered: medianOf(name, 'answered'), written: medianOf(name, 'written') },
      ]),
    );
  };
  for (const name of names) await run(name, 0, { atOnce: 32, count: warmUp });
  const together = await byTurns(warmUp, { atOnce: 32, count: perRound });
  const alone = await byTurns(warmUp + rounds * perRound, { atOnce: 1, count: aloneRound });
  await end(child);
  await database.close();
  return { together, alone };
}
