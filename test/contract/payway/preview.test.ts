import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PaywayChangePreview } from '../../../src/http/payway/payway-changes.js';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../src/domain/catalogue/sold-period.js';
import { refusalReasons } from '../../../src/http/payway/problems/refusal-problems.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../support/domain/build-package.js';
import { undescribed } from './described-answer.js';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, hexIdRow, looseRow } from './field-cases.js';
import { done, type RecordedApp, startRecordedApp } from './recorded-app.js';
import { exampleBody } from './start-app.js';
import { refusalContract, writeContract } from './write-contract.js';

const quarter = { unit: 'month', length: 3 } as const;
const period = buildPeriod({ number: 11, interval: quarter, price: money(24_950) });
const pack = buildPackage({
  number: 10,
  code: 'adeprimo_digital',
  name: 'Digital',
  tags: [{ name: 'news', type: 'topic' }],
  periods: [period],
});
const surroundings = {
  timeZone: stockholm,
  context: { catalogue: makeCatalogue({ timeZone: stockholm, currency: sek, packages: [pack] }) },
};

/** 50.00 left, of which 49.90 became time; the next renewal costs the target's price. */
const allowed = {
  ...surroundings,
  allowed: true,
  quote: 'aaa.bbb.ccc',
  quoteExpiresAt: Date.parse('2026-07-01T12:15:00Z'),
  decision: {
    kind: 'upgrade',
    rule: 'rank_higher',
    effectiveAt: at('2026-07-01T12:00:00Z'),
    target: { packageId: pack.id, packageCode: pack.code, period: soldPeriodOf(period) },
    next: { validTo: at('2026-12-01T00:00:00+01:00') },
    amounts: {
      valueLeft: money(5_000),
      valueCarried: money(4_990),
      nextRenewal: money(24_950),
      settlement: null,
    },
  },
} as unknown as PaywayChangePreview & { allowed: true };
const item = {
  allowed: true,
  kind: 'upgrade',
  rule: 'rank_higher',
  effective_at: '2026-07-01T14:00:00+02:00',
  target_package: {
    id: pack.id,
    code: 'adeprimo_digital',
    name: 'Digital',
    tags: [{ name: 'news', type: 'topic' }],
  },
  target_period: {
    id: period.id,
    payment_method: 'invoice',
    type: 'recurring',
    iteration_type: 'month',
    iteration_length: 3,
    price: 249.5,
    currency: 'SEK',
  },
  valid_to: '2026-12-01T00:00:00+01:00',
  amounts: { currency: 'SEK', value_left: 50, value_carried: 49.9, next_renewal: 249.5 },
  refusals: [],
  quote: 'aaa.bbb.ccc',
  expires_at: '2026-07-01T14:15:00+02:00',
};

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());
beforeEach(() => {
  app.answerWith(allowed);
});

const preview: Subject = {
  name: 'previewChangeProduct',
  example: exampleBody,
  allow: 'POST',
  result: allowed,
};
const change: Subject = {
  name: 'changeProduct',
  example: { ...exampleBody, quote: 'aaa.bbb.ccc' },
  allow: 'PUT',
  result: done,
};

describe('The fields of docs/spec/payway-api.md §2 and §6', () => {
  const fields = [
    hexIdRow('account_id'),
    looseRow('user_product_id'),
    looseRow('package_code', 'required', 50),
    looseRow('target_period_id'),
    ['default_behaviour', 'optional', 'boolean'],
  ];
  const quote = ['quote', 'optional', 'string', 2_048, '/^[\\w-]+\\.[\\w-]+\\.[\\w-]+$/'];
  const root = '/external/api/v1/subscription_system';
  const scope = '/external/subscription_system/w';

  test('a preview', () => {
    const description = described('previewChangeProduct');
    const path = `${root}/preview_change_product`;
    expect(description).toMatchObject({ method: 'post', path, scope });
    expect(description).not.toHaveProperty('keeps');
    expect(fieldRows(description.body ?? [])).toEqual(fields);
  });

  test('a change, which takes a quote besides', () => {
    const description = described('changeProduct');
    expect(description).toMatchObject({ method: 'put', path: `${root}/change_product`, scope });
    expect(fieldRows(description.body ?? [])).toEqual([...fields, quote]);
  });
});

endpointContract(() => app, preview);
endpointContract(() => app, change);
refusalContract(() => app, change, refusalReasons);
writeContract(() => app, change);

const command = {
  organisationId: '56e1741a6fc9365306000000',
  accountId: '56e1741a6fc9365306000001',
  userProductId: '56e1741a6fc9365306000002',
  packageCode: 'adeprimo_digital',
  periodId: '56e1741a6fc9365306000003',
  behaviour: 'default',
  requestedBy: 'demo',
};

describe('A preview', () => {
  test('says what a change would come to, and gives a quote', async () => {
    const { status, json } = await call(app, preview);
    expect([status, json]).toEqual([200, { item }]);
    expect(undescribed(preview.name, json)).toEqual([]);
  });

  test('names a package that the catalogue has lost by its code alone', async () => {
    const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [] });
    app.answerWith({ ...allowed, context: { catalogue } });
    const { json } = await call(app, preview);
    expect(json).toMatchObject({ item: { target_package: { name: null, tags: [] } } });
    expect(undescribed(preview.name, json)).toEqual([]);
  });

  test('of what never renews has no next renewal', async () => {
    const { decision } = allowed;
    const amounts = { ...decision.amounts, nextRenewal: null, settlement: null };
    app.answerWith({ ...allowed, decision: { ...decision, amounts } });
    const { json } = await call(app, preview);
    expect(json).toMatchObject({ item: { amounts: { next_renewal: null } } });
    expect(undescribed(preview.name, json)).toEqual([]);
  });

  test('of what would be refused is 200, lists why with its facts, and gives no quote', async () => {
    const facts = { source_rank: 20, integration: null };
    const refusals = refusalReasons.map((reason) => ({ reason, facts }));
    app.answerWith({ ...surroundings, allowed: false, refusals });
    const { status, json } = await call(app, preview);
    const message = expect.stringMatching(/^[A-Z].{10,}$/);
    const nothing = Object.fromEntries(Object.keys(item).map((name) => [name, null]));
    expect([status, json]).toEqual([
      200,
      {
        item: {
          ...nothing,
          allowed: false,
          refusals: refusalReasons.map((code) => ({ code, message, facts })),
        },
      },
    ]);
    expect(undescribed(preview.name, json)).toEqual([]);
  });

  test('of what is unknown, or can be no id, is one and the same 404', async () => {
    app.answerWith(null);
    const unknown = await call(app, preview);
    expect([unknown.status, unknown.json]).toMatchObject([404, { code: 'not_found' }]);
    app.answerWith(allowed);
    for (const field of ['user_product_id', 'target_period_id']) {
      const body = JSON.stringify({ ...exampleBody, [field]: 'none' });
      expect((await call(app, preview, { body })).text).toBe(unknown.text);
    }
    expect(app.asked).toEqual([]);
  });

  test.each([
    { sent: {}, reached: {} },
    { sent: { default_behaviour: false }, reached: { behaviour: 'explicit' } },
    { sent: { account_id: command.accountId.toUpperCase() }, reached: {} },
  ])('asks for $reached where $sent is sent', async ({ sent, reached }) => {
    await call(app, preview, { body: JSON.stringify({ ...exampleBody, ...sent }) });
    expect(app.asked).toEqual([{ useCase: 'previewChange', args: [{ ...command, ...reached }] }]);
  });

  test('takes no quote itself', async () => {
    const body = JSON.stringify({ ...exampleBody, quote: 'aaa.bbb.ccc' });
    const { status, json } = await call(app, preview, { body });
    expect([status, json]).toMatchObject([400, { code: 'unknown_parameter', field: 'quote' }]);
  });
});

describe('A change with a quote', () => {
  const invalid = { code: 'invalid_parameter', field: 'quote' };

  test('hands it to the use case as it came', async () => {
    app.answerWith(done);
    await call(app, change);
    expect(app.asked[0]?.args[0]).toEqual({ ...command, quote: 'aaa.bbb.ccc' });
  });

  test.each(['a.b', 'a.b.c.d', 'a..c', 'a.b.c=', 'a.b.c d', '$.b.c'])(
    'is 400 where "%s" has not its form',
    async (quote) => {
      const body = JSON.stringify({ ...exampleBody, quote });
      const { status, json } = await call(app, change, { body });
      expect([status, json]).toMatchObject([400, invalid]);
    },
  );

  test('is 400 where it is none of ours', async () => {
    app.answerWith({ ok: false, failure: 'quote_unreadable' });
    const { status, json } = await call(app, change);
    const message = 'Parameter is no quote of ours';
    expect([status, json]).toEqual([400, { ...invalid, message }]);
  });

  test('is 412 where one thing has moved', async () => {
    app.answerWith({ ok: false, failure: 'quote_moved', moved: ['the price'] });
    const { status, json } = await call(app, change);
    const message = 'The quote no longer holds: the price has changed';
    expect([status, json]).toEqual([412, { code: 'version_mismatch', field: 'quote', message }]);
  });

  test('is 412 and says all that has moved', async () => {
    app.answerWith({ ok: false, failure: 'quote_moved', moved: ['the end', 'the amounts'] });
    const { status, json } = await call(app, change);
    const errors = ['the end', 'the amounts'].map((what) => ({
      code: 'version_mismatch',
      field: 'quote',
      message: `The quote no longer holds: ${what} has changed`,
    }));
    expect([status, json]).toEqual([412, { ...errors[0], errors }]);
  });
});
