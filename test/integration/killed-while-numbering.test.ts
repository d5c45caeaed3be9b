import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BillingDocument } from '../../src/domain/billing/billing-document.js';
import { numberOf } from '../../src/domain/billing/billing-document.js';
import type { OrganisationId } from '../../src/domain/ids.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { runs } from '../support/depth.js';
import { type GatewayProcess, type Settings, startGateway } from '../support/gateway-process.js';
import {
  itemId,
  organisationIdOf,
  tierId,
  writeGroupsDocument,
} from '../support/groups-document.js';
import { until } from '../support/until.js';
import { runHere } from './cli-here.js';

const organisations = [1, 2] as const;
const items = runs(24, 10);
const kills = runs(4, 2);
const seed = 20_270_416;

type Item = { readonly organisation: number; readonly index: number };
type Fields = Readonly<Record<string, unknown>>;
type Applied = { readonly item: Item; readonly body: Fields };

/** The moment of each kill: so long after so many answers of its round. */
const moments = fc.sample(
  fc.record({ answers: fc.nat({ max: items / 2 - 1 }), ms: fc.nat({ max: 20 }) }),
  {
    numRuns: kills,
    seed,
  },
);

/** All items of both organisations, one of each in turn. */
const all: readonly Item[] = Array.from({ length: items }, (_, index) =>
  organisations.map((organisation) => ({ organisation, index: index + 1 })),
).flat();

describe('The process, killed while documents wait to be numbered', () => {
  let folder: string;
  /** It is another process than those that are killed. */
  let database: TestDatabase;
  let stores: Stores;
  let settings: Settings;
  let gateway: GatewayProcess | null = null;
  const tokens = new Map<number, string>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    database = await openDatabase();
    stores = openStores(database);
    settings = {
      ...{ APP_ENV: 'test', DATA_DIR: path.join(folder, 'data'), MONGODB_URI: database.uri },
      ...{ DEMO: 'off', LOG_LEVEL: 'warn' },
    };
    const file = await writeGroupsDocument(folder, { organisations: organisations.length, items });
    expect(await runHere(['import', file], settings)).toMatchObject({ code: 0 });
    for (const it of organisations) {
      const { stdout } = await runHere(['token', '--client', `tester-${String(it)}`], settings);
      tokens.set(it, stdout.trim());
    }
  });

  afterAll(async () => {
    await gateway?.kill('SIGKILL');
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<GatewayProcess> => {
    gateway = await startGateway(settings);
    return gateway;
  };

  type Sent = { readonly of: number; readonly body?: object };

  const send = async ({ url }: GatewayProcess, request: string, { of, body }: Sent) => {
    const [method = '', at = ''] = request.split(' ');
    const authorization = `Bearer ${tokens.get(of) ?? ''}`;
    const response = await fetch(`${url}${at}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Fields };
  };

  const apply = (to: GatewayProcess, { organisation, index }: Item) =>
    send(to, `POST /product-group-memberships/${tierId(organisation, 2)}/apply`, {
      of: organisation,
      body: { subscriptionItem: itemId(organisation, index) },
    });

  /** What was acknowledged; nothing where the connection was cut before an answer. */
  const acknowledged = async (to: GatewayProcess, item: Item): Promise<readonly Applied[]> => {
    const answer = await apply(to, item).catch(() => null);
    return answer?.status === 200 ? [{ item, body: answer.body }] : [];
  };

  /** The numbers that are given, by document. */
  const numbered = async (): Promise<ReadonlyMap<string, string | null>> => {
    const given = organisations.flatMap((it) =>
      (['invoice', 'credit_note'] as const).map(async (type) => {
        const id = organisationIdOf(it) as OrganisationId;
        return stores.documents.series(id, { type, after: 0, limit: 1_000 });
      }),
    );
    return new Map((await Promise.all(given)).flat().map((it) => [it.id, numberOf(it)]));
  };

  /** The documents that are committed and wait in an outbox. */
  const waiting = async (): Promise<readonly BillingDocument[]> => {
    const pages = organisations.map((it) =>
      stores.walk.page(organisationIdOf(it) as OrganisationId, { after: null, limit: 1_000 }),
    );
    return (await Promise.all(pages))
      .flat()
      .flatMap(({ outbox, successor }) =>
        [...outbox, ...(successor?.outbox ?? [])].flatMap(({ events }) =>
          events.flatMap(({ type, document }) =>
            type.endsWith('.created') ? (document ?? []) : [],
          ),
        ),
      );
  };

  test('gives each a number once, without a gap, and every answer that went out is true', async () => {
    const known = new Map<string, Fields>();
    const numbers = new Map<string, string | null>();
    const unnumbered: number[] = [];
    const remember = ({ item: { organisation, index }, body }: Applied) => {
      const id = itemId(organisation, index);
      expect(body).toEqual(known.get(id) ?? body);
      known.set(id, body);
    };

    for (const [round, { answers, ms }] of moments.entries()) {
      const to = await start();
      const size = all.length / kills;
      // This round's items, and last round's again: whoever got no answer asks once more.
      const asked = all.slice(Math.max(0, round - 1) * size, (round + 1) * size);
      let answered = 0;
      const sent = asked.map(async (item) => {
        const applied = await acknowledged(to, item);
        answered += 1;
        return applied;
      });
      await until(() => answered > answers);
      await pause(ms);
      await to.kill('SIGKILL');
      for (const it of (await Promise.all(sent)).flat()) remember(it);
      const given = await numbered();
      for (const [id, number] of numbers) expect([id, given.get(id)]).toEqual([id, number]);
      for (const [id, number] of given) numbers.set(id, number);
      unnumbered.push((await waiting()).filter(({ id }) => !given.has(id)).length);
    }
    expect(Math.max(...unnumbered)).toBeGreaterThan(0);

    const last = await start();
    const repeated = all.map(async (item) => ({ item, body: (await apply(last, item)).body }));
    for (const it of await Promise.all(repeated)) remember(it);
    for (const it of organisations) await expectSeries(last, it, known);
    const given = await numbered();
    for (const [id, number] of numbers) expect([id, given.get(id)]).toEqual([id, number]);
    expect(await last.kill('SIGTERM')).toBe(0);
    expect(await runHere(['verify'], settings)).toMatchObject({ code: 0 });
  });

  /** Both series of an organisation are 1, 2, 3 … and hold what was answered, each once, as it was answered. */
  async function expectSeries(
    to: GatewayProcess,
    organisation: number,
    known: ReadonlyMap<string, Fields>,
  ) {
    const own = Array.from({ length: items }, (_, index) => itemId(organisation, index + 1));
    for (const [type, member, prefix] of [
      ['TYPE_INVOICE', 'invoice', 'RE'],
      ['TYPE_CREDIT_NOTE', 'creditNote', 'CN'],
    ] as const) {
      const query = `type=${type}&order%5Bnumber%5D=asc&limit=100`;
      const documents = await until(async () => {
        const { body } = await send(to, `GET /invoices?${query}`, { of: organisation });
        const data = body.data as readonly (Fields & { readonly id: string })[];
        return data.length >= items ? data : null;
      });
      expect(documents.map((it) => it.number)).toEqual(
        own.map((_, index) => `${prefix}-${String(index + 1).padStart(10, '0')}`),
      );
      const answered = own.map((it) => known.get(it)?.[member] as Fields & { readonly id: string });
      const byId = new Map(documents.map((it) => [it.id, it]));
      expect(byId.size).toBe(items);
      for (const it of answered) {
        const written = byId.get(it.id);
        expect({ ...written, number: null, status: 'STATUS_FINALIZING' }).toEqual(it);
        expect(written?.status).toBe('STATUS_FINALIZED');
      }
    }
  }
});
