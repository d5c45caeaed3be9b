import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CreateUserProductCommand } from '../../src/application/user-product/create-user-product.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { type AccountId, type PaymentPeriodId, toId } from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { guardsOf } from '../support/guards.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import { at, makePackage, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, openTestStores, type TestStores } from '../support/stores.js';

const during = at('2026-04-16T00:00:00+02:00');
const never = (): boolean => false;
const limited = [{}, { enabled: false, type: 'limited' as const }, { type: 'limited' as const }];

describe('A user product that is created', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const begin = async () => {
    const packages = [
      makePackage('basic', { price: 10_000, periods: limited }),
      makePackage('recurring-only', { price: 10_000 }),
    ];
    const seeded = await seedOrganisation(stores, { packages });
    const { id: organisationId } = seeded.organisation;
    const accountId = newId<AccountId>();
    await stores.accounts.insertMany(organisationId, [{ id: accountId, customerNumber: null }]);
    const time = makeTestTime(during);
    const own = onlyFor(stores, seeded.organisation);
    const command: CreateUserProductCommand = {
      organisationId,
      accountId,
      packageCode: 'basic',
      subscriptionType: 'recurring',
      periodId: null,
      validFrom: at('2026-04-01T00:00:00+02:00'),
      validTo: at('2026-05-01T00:00:00+02:00'),
      provisionService: 'tulo',
      chosenId: null,
    };
    const clean = startProcess(own, time);
    const rows = async () => stores.userProducts.listByAccount(organisationId, accountId);
    const events = async (): Promise<readonly string[]> => {
      await clean.drainOutbox(organisationId);
      expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
      return eventNames(stores, organisationId, accountId);
    };
    return { seeded, command, time, own, clean, rows, events };
  };
  /** As the HTTP side does it: the id is chosen with the record of the key. */
  const createOnce = (
    useCases: UseCases,
    command: CreateUserProductCommand,
    body: unknown = {},
  ) => {
    const { organisationId } = command;
    const { keyed } = guardsOf({ organisationId, key: 'k', body });
    if (keyed === null) throw new Error('the call has a key');
    return useCases.runOnce({ ...keyed, organisationId }, async (chosenId) => {
      const result = await useCases.createUserProduct({ ...command, chosenId });
      const answer = { status: 201, body: JSON.stringify(result) };
      return { hadEffect: result.ok, answer };
    });
  };

  test('is one of its own chain, told by one event, and renewed at its end', async () => {
    const { command, time, clean, rows, events } = await begin();
    const created = await clean.createUserProduct(command);
    expect(await events()).toEqual(['1 user_product_created']);
    const [row] = await rows();
    expect(created).toMatchObject({ ok: true, id: row?.product.id });
    expect(row?.product).toMatchObject({
      createdFrom: 'api',
      packageCode: 'basic',
      subscriptionType: 'recurring',
      state: 'activated',
      provisionService: 'tulo',
      validFrom: command.validFrom,
      validTo: command.validTo,
      version: 1,
    });
    time.set(at('2026-05-01T00:00:00+02:00'));
    await clean.runPeriodEnd(never);
    expect(await events()).toEqual(['1 user_product_created', '2 user_product_renewed']);
  });

  test('as limited is on the first enabled period of that type', async () => {
    const { command, clean, rows, seeded } = await begin();
    await clean.createUserProduct({ ...command, subscriptionType: 'limited' });
    const [row] = await rows();
    const third = seeded.package('basic').periods[2]?.id;
    expect(row?.product.soldPeriod).toMatchObject({ type: 'limited', periodId: third });
  });

  test('for another provision service is never ours to renew', async () => {
    const { command, time, clean, events } = await begin();
    await clean.createUserProduct({ ...command, provisionService: 'elsewhere' });
    time.set(at('2026-07-01T00:00:00+02:00'));
    await clean.runPeriodEnd(never);
    expect(await events()).toEqual(['1 user_product_created']);
  });

  test.each<[string, Partial<CreateUserProductCommand>, unknown]>([
    ['an unknown package', { packageCode: 'nothing' }, { failure: 'not_found' }],
    ['an unknown account', { accountId: newId<AccountId>() }, { failure: 'not_found' }],
    ['an unknown period', { periodId: newId<PaymentPeriodId>() }, { failure: 'not_found' }],
    [
      'a type that the package has no period of',
      { packageCode: 'recurring-only', subscriptionType: 'limited' },
      { refusals: [{ reason: 'no_payment_period' }] },
    ],
    [
      'an end at its beginning',
      { validTo: at('2026-04-01T00:00:00+02:00') },
      { refusals: [{ reason: 'valid_to_not_after_valid_from' }] },
    ],
  ])('with %s is not', async (_, edits, expected) => {
    const { command, clean, rows } = await begin();
    const answer = await clean.createUserProduct({ ...command, ...edits });
    expect(answer).toMatchObject({ ok: false, ...(expected as object) });
    expect(await rows()).toEqual([]);
  });

  test('under one key is made once, however often and by however many at once', async () => {
    const { command, own, time, clean, rows } = await begin();
    const processes = Array.from({ length: 10 }, () => startProcess(own, time));
    const raced = await Promise.all(processes.map((it) => createOnce(it, command)));
    expect(raced.filter((it) => it.outcome === 'first')).toHaveLength(1);
    const again = await createOnce(clean, command);
    const first = raced.find((it) => it.outcome === 'first');
    expect(again).toEqual({ ...first, outcome: 'replayed' });
    expect(await createOnce(clean, command, { other: true })).toEqual({ outcome: 'key_reused' });
    expect(await rows()).toHaveLength(1);
  });

  test('under a key whose first use was refused may be asked for anew', async () => {
    const { command, clean, rows } = await begin();
    const refused = { ...command, validTo: command.validFrom };
    expect(await createOnce(clean, refused, { a: 1 })).toMatchObject({ outcome: 'first' });
    expect(await createOnce(clean, command, { a: 2 })).toMatchObject({ outcome: 'first' });
    expect(await rows()).toHaveLength(1);
  });

  test.each(['before', 'after'] as const)(
    'by a process that dies %s any command is made once by whoever goes on, with the id first chosen',
    async (when) => {
      for (let atCall = 1; ; atCall += 1) {
        const { command, own, time, clean, rows, events } = await begin();
        const dying = interruptedStores(own, { kind: 'crash', atCall, when });
        await createOnce(startProcess(dying.stores, time), command).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        const orphan = (await rows())[0]?.product.id;
        time.set(toInstant(during + 10_000));
        const retry = await createOnce(clean, command);
        const [row, ...others] = await rows();
        expect(others).toEqual([]);
        if (orphan !== undefined) expect(row?.product.id).toBe(toId(orphan));
        expect(retry).toMatchObject({
          answer: { body: JSON.stringify({ ok: true, id: row?.product.id }) },
        });
        expect(await events()).toEqual(['1 user_product_created']);
        if (!dying.hasDied()) break;
      }
    },
  );
});
