import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../src/domain/catalogue/billing-terms.js';
import { parseDocument, readDocument } from '../../../src/cli/import-file/read-document.js';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

describe('a document that is right', () => {
  const file = parsed(fileDraft.text());

  test('gives the organisation and its client', () => {
    expect(file.organisation).toEqual({
      id: ids.organisation,
      name: 'Adeprimo',
      timeZone: 'Europe/Stockholm',
      currency: 'SEK',
      live: false,
      prorationGrain: 'day',
    });
    expect(file.clients).toEqual([
      {
        id: 'demo',
        secret: 'demo-secret',
        isSecretWithheld: false,
        scopes: ['/a/w'],
        provisionService: 'tulo',
        disabled: null,
      },
    ]);
  });

  test('gives packages with prices in minor units; rank 0 and a campaign’s absent rank are none', () => {
    expect(file.packages.map((it) => it.package.rank)).toEqual([10, 'unranked']);
    expect(file.packages[0]?.package.periods).toEqual([
      {
        id: ids.period,
        type: 'recurring',
        paymentMethod: 'invoice',
        enabled: true,
        interval: { unit: 'month', length: 1 },
        price: { amountMinor: 10_000, currency: 'SEK' },
        name: null,
        billing: paywayBilling,
      },
    ]);
    expect(file.packages[1]?.package).toMatchObject({
      basePackageCode: 'basic',
      customerCanCancel: true,
      archived: false,
      periods: [{ price: { amountMinor: 5_000 } }],
    });
  });

  test('gives user products whose dates are instants, or stay relative', () => {
    expect(file.userProducts[0]).toMatchObject({
      id: ids.userProduct,
      validFrom: Date.parse('2026-11-01T00:00:00+01:00'),
      validTo: Date.parse('2026-12-01T00:00:00+01:00'),
      anchor: null,
      pendingChange: null,
    });
    const relative = fileDraft
      .with('user_products.0.valid_from', '-10D')
      .with('user_products.0.valid_to', '+1M');
    expect(parsed(relative.text()).userProducts[0]).toMatchObject({
      validFrom: { unit: 'day', amount: -10 },
      validTo: { unit: 'month', amount: 1 },
    });
  });

  test('takes over what another system knew of a subscription', () => {
    const snapshot = {
      payment_method: 'card',
      iteration_type: 'week',
      iteration_length: 2,
      price: '9.5',
      currency: 'SEK',
    };
    const draft = fileDraft
      .with('user_products.0.period_snapshot', snapshot)
      .with('user_products.0.subscription_number', '77')
      .with('user_products.0.order_id', 'o-1')
      .with('user_products.0.billing_day', 31)
      .with('user_products.0.cancelled_at', '2026-11-02T00:00Z')
      .with('user_products.0.pending_change', {
        kind: 'change',
        package_code: 'offer',
        period_id: ids.campaignPeriod,
      });
    expect(parsed(draft.text()).userProducts[0]).toMatchObject({
      periodSnapshot: {
        type: 'recurring',
        paymentMethod: 'card',
        interval: { unit: 'week', length: 2 },
        price: { amountMinor: 950 },
      },
      subscriptionNumber: '77',
      orderId: 'o-1',
      billingDay: 31,
      cancelledAt: Date.parse('2026-11-02T00:00Z'),
      pendingChange: { kind: 'change', packageCode: 'offer', requestedAt: null, requestedBy: null },
    });
  });

  test('may hold several organisations, each with its place', () => {
    const one = fileDraft.text();
    const outcome = parseDocument(`{"organisations": [${one}, ${one}]}`);
    expect(outcome).toMatchObject({
      ok: true,
      organisations: [{ path: 'organisations[0].' }, { path: 'organisations[1].' }],
    });
  });
});

describe('ids that a document leaves out', () => {
  const bare = fileDraft
    .without('organisation.id')
    .without('packages.0.id')
    .without('packages.0.periods.0.id')
    .without('accounts.0.id')
    .without('user_products.0.id');

  test('are the same each time, so that a second import finds the rows', () => {
    expect(parsed(bare.text())).toEqual(parsed(bare.text()));
    expect(parsed(bare.text()).packages[0]?.hasGivenId).toBe(false);
  });

  test('stay when a price or a name changes', () => {
    const edited = bare.with('packages.0.periods.0.price', '1').with('packages.0.name', 'Other');
    const before = parsed(bare.text()).packages[0]?.package;
    const after = parsed(edited.text()).packages[0]?.package;
    expect([after?.id, after?.periods[0]?.id]).toEqual([before?.id, before?.periods[0]?.id]);
  });

  test('differ between rows that say the same', () => {
    const twice = bare.with('accounts', [{ customer_number: null }, { customer_number: null }]);
    const [first, second] = parsed(twice.text()).accounts;
    expect(first?.id).not.toBe(second?.id);
  });

  test('differ between organisations', () => {
    const other = fileDraft.without('accounts.0.id').with('organisation.id', 'f'.repeat(24));
    const own = fileDraft.without('accounts.0.id');
    expect(parsed(other.text()).accounts[0]?.id).not.toBe(parsed(own.text()).accounts[0]?.id);
  });
});

describe('what is wrong with a document', () => {
  test.each([
    ['organisation.time_zone', 'Stockholm', 'must be an IANA time zone, such as Europe/Stockholm'],
    ['organisation.currency', 'sek', 'must be a currency of ISO 4217, such as SEK'],
    ['organisation.live', 'no', 'must be true or false'],
    ['organisation.id', '56e1', 'must be 24 hexadecimal characters'],
    ['packages.0.rank', 1000, 'must be at most 999'],
    ['packages.0.rank', -1, 'must be at least 0'],
    ['packages.0.rank', 1.5, 'must be a whole number'],
    ['packages.0.kind', 'x', 'must be one of package, campaign, bundle, single_sale'],
    ['packages.0.code', 'x'.repeat(51), 'must be at most 50 characters long'],
    ['packages.0.valid_from', '-10D', 'must be an ISO 8601 date and time with an offset or Z'],
    ['packages.0.periods.0.iteration_length', 0, 'must be at least 1'],
    [
      'packages.0.periods.0.iteration_length',
      121,
      'must be at most 120 where the iteration is a month',
    ],
    ['packages.0.valid_to', '1969-12-31T23:59:59Z', 'must be within the years 1970 to 9000'],
    ['user_products.0.valid_to', '9001-01-01T00:00:00Z', 'must be within the years 1970 to 9000'],
    ['packages.0.periods', {}, 'must be a list'],
    ['user_products.0.billing_day', 32, 'must be at most 31'],
    ['clients.0.secret', 'å', 'must be 1 to 255 printable ASCII characters'],
    ['clients.0.scopes.0', 'a\ud800', 'must not hold half of a surrogate pair'],
    ['organisation.name', '\ud83d', 'must not hold half of a surrogate pair'],
    ['packages.0.code', '\ude00', 'must not hold half of a surrogate pair'],
  ])('%s as %j is told', (path, value, problem) => {
    const place = path.replace(/\.(\d+)/g, '[$1]');
    expect(faultsOf(fileDraft.with(path, value).text())).toEqual([`${place}: ${problem}`]);
  });

  test.each(['100.001', '-1', '1e3', '1,00', '01.00', ' 1', '9007199254740993.001'])(
    'the price %j is told',
    (price) => {
      expect(faultsOf(fileDraft.with('packages.0.periods.0.price', price).text())).toEqual([
        'packages[0].periods[0].price: must be a decimal number with at most 2 decimals, as a string',
      ]);
    },
  );

  test.each([
    ['day', 3_660],
    ['week', 520],
    ['month', 120],
    ['year', 10],
  ])('a %s is repeated at most %i times', (unit, most) => {
    const draft = fileDraft.with('packages.0.periods.0.iteration_type', unit);
    const length = 'packages.0.periods.0.iteration_length';
    expect(faultsOf(draft.with(length, most).text())).toEqual([]);
    expect(faultsOf(draft.with(length, most + 1).text())).toHaveLength(1);
  });

  test('decimals of a price are the currency’s', () => {
    const yen = fileDraft
      .with('packages.0.periods.0.currency', 'JPY')
      .with('packages.0.periods.0.price', '1.5');
    expect(faultsOf(yen.text())).toEqual([
      'packages[0].periods[0].price: must be a decimal number with at most 0 decimals, as a string',
    ]);
  });

  test('all of it is told at once, with its place', () => {
    const draft = fileDraft
      .without('organisation.name')
      .with('organisation.colour', 'red')
      .with('packages.0.periods.0.price', 100)
      .with('user_products.0.valid_to', 'tomorrow')
      .without('user_products.0.state');
    expect(faultsOf(draft.text())).toEqual([
      'organisation.name: is missing',
      'organisation.colour: is not a member known here',
      'packages[0].periods[0].price: must be a string',
      'user_products[0].state: is missing',
      'user_products[0].valid_to: must be an ISO 8601 date and time with an offset or Z, or relative: -10D, +1M',
    ]);
  });

  test('within several organisations the place begins with which', () => {
    const broken = fileDraft.with('packages.0.rank', 'high').text();
    expect(faultsOf(`{"organisations": [${fileDraft.text()}, ${broken}]}`)).toEqual([
      'organisations[1].packages[0].rank: must be a number',
    ]);
  });

  test('a member beside the organisations is none that is known', () => {
    expect(faultsOf(`{"organisations": [${fileDraft.text()}], "accounts": []}`)).toEqual([
      'accounts: is not a member known here',
    ]);
  });

  test('a document that is no object, or no JSON, is told without being quoted', () => {
    expect(faultsOf('[]')).toEqual(['the document: must be an object']);
    expect(faultsOf('{\n"clients": [{"secret": do-not-print}]}').join()).not.toContain('do-not');
    expect(faultsOf('{\n\n"a": nope}')).toEqual([expect.stringMatching(/^the file: is not JSON/)]);
  });

  test('lines whose first does not name its sort are told from a document', () => {
    const sentence =
      'the file: looks like NDJSON, but its first line does not name its sort in "row"';
    expect(faultsOf('{"id": "1"}\n{"row": "account"}\n')).toEqual([sentence]);
  });

  test('a file that is not there is told', async () => {
    expect(await readDocument('/nowhere/file.json')).toEqual({
      ok: false,
      faults: [{ path: 'the file', problem: 'cannot be read' }],
    });
  });
});
