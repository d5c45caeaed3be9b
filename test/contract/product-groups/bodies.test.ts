import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { ask, problem, violationsOf } from './ask.js';
import {
  asFlag,
  asReference,
  asText,
  asWhole,
  asWord,
  blank,
  type FaultyValue,
  leftOut,
  ofWrongType,
  whereNoNull,
  whereRequired,
} from './faulty-values.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const [product, plan, other] = ['101', '111', '112'].map((it) => `56e1741a6fc9365306000${it}`);
const row = { product, pricePlans: [plan], position: 1 };
const iriOf = (path: string) => `/${path}/${String(product)}`;

/** Every field of a body, and all that it refuses (docs/spec/product-groups-api.md §2, §4). */
const group: Readonly<Record<string, readonly FaultyValue[]>> = {
  name: [...whereRequired, ...asText(1, 255)],
  enabled: [...whereRequired, ...asFlag],
  forceSameBillingInterval: [...whereNoNull, ...asFlag],
};
const groupRow: Readonly<Record<string, readonly FaultyValue[]>> = {
  product: [...whereRequired, ...asReference(iriOf('price-plans'))],
  position: [...whereRequired, ...asWhole(1, 10_000)],
  label: [['too long', 'x'.repeat(101), 'too_long'], ...ofWrongType(5, true)],
  upgradeable: [...whereNoNull, ...asFlag],
  downgradeable: [...whereNoNull, ...asFlag],
  changeTiming: [...whereNoNull, ...asWord, ['empty', '', blank]],
  creditType: [...whereNoNull, ...asWord, ['empty', '', blank]],
};
const productFields: Readonly<Record<string, readonly FaultyValue[]>> = {
  name: [...whereRequired, ...asText(1, 255)],
  number: [...whereNoNull, ...asText(1, 50), ['of other characters', 'a b', 'invalid']],
  type: [...whereNoNull, ...asWord],
  isArchived: [...whereNoNull, ...asFlag],
};
const interval: readonly FaultyValue[] = [
  ['empty', '', blank],
  ...['0M', '1m', '11Y', '121M', 'P1M'].map((it): FaultyValue => [it, it, 'invalid']),
  ...ofWrongType(1, true),
];
const currency: readonly FaultyValue[] = [
  ['empty', '', blank],
  ...['eur', 'EURO', 'XXX', '$'].map((it): FaultyValue => [it, it, 'invalid']),
  ...ofWrongType(978),
];
const planTypes: readonly FaultyValue[] = ['tiered', 'volume', 'stair_step', 'percentage'].map(
  (it): FaultyValue => [it, it, 'choice'],
);
const planFields: Readonly<Record<string, readonly FaultyValue[]>> = {
  internalName: [...whereRequired, ...asText(3, 255)],
  status: [...whereNoNull, ...asWord],
  type: [...whereRequired, ...asWord, ...planTypes],
  billingInterval: [...whereRequired, ...interval],
  currencyCode: [...whereRequired, ...currency],
  price: [...whereRequired, ['a number', 5, 'type'], ['a list', [], 'type']],
  payInAdvance: [...whereNoNull, ...asFlag],
  proRata: [...whereNoNull, ...asFlag],
  quantityEditable: [...whereNoNull, ...asFlag],
  minQuantity: [...whereNoNull, ...asWhole(1, 1_000_000)],
  maxQuantity: asWhole(1, 1_000_000),
  product: [...whereRequired, ...asReference(iriOf('plans'))],
};
/** A reference that may be left out is none where it is null (docs/spec/product-groups-api.md §1). */
const noNullReference: readonly FaultyValue[] = [['null', null, 'invalid']];
const keptRow: Readonly<Record<string, readonly FaultyValue[]>> = {
  id: [...noNullReference, ...asReference(iriOf('products'))],
  ...groupRow,
};
const applied: Readonly<Record<string, readonly FaultyValue[]>> = {
  subscriptionItem: [...whereRequired, ...asReference(iriOf('subscriptions'))],
  selectedPricePlan: [...noNullReference, ...asReference(iriOf('products'))],
  quantity: [...whereNoNull, ...asWhole(1, 1_000_000)],
  sendInvoiceEmail: [...whereNoNull, ...asFlag],
  quote: [...whereNoNull, ...asText(1, 4_096)],
};
const assigned: Readonly<Record<string, readonly FaultyValue[]>> = {
  productGroupMembership: [
    ['left out', leftOut, blank],
    ...asReference(iriOf('catalogue/product-groups')),
  ],
};
const planPrice: Readonly<Record<string, readonly FaultyValue[]>> = {
  amount: [...whereRequired, ...asWhole(0, 1_000_000_000)],
};

const withoutMissing = (fields: Readonly<Record<string, readonly FaultyValue[]>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, cases]) => [
      name,
      cases.filter(([, sent]) => sent !== leftOut && sent !== null),
    ]),
  );

type Table = {
  readonly endpoint: string;
  readonly valid: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, readonly FaultyValue[]>>;
  /** Where the fields stand: in the body itself, or within one of its fields. */
  readonly within?: readonly [path: string, put: (inner: object) => object, inner: object];
};

const groupBody = { name: 'SaaS', enabled: true };
const planBody = {
  internalName: 'Starter monthly',
  type: 'flat_fee',
  billingInterval: '1M',
  currencyCode: 'EUR',
  price: { amount: 1_000 },
  product,
};
const inRow = (name: string) =>
  [`${name}[0]`, (inner: object) => ({ ...groupBody, [name]: [inner] }), row] as const;
const inPrice = [
  'price',
  (inner: object) => ({ ...planBody, price: inner }),
  planBody.price,
] as const;

const tables: readonly Table[] = [
  { endpoint: 'createProductGroup', valid: groupBody, fields: group },
  { endpoint: 'replaceProductGroup', valid: groupBody, fields: group },
  { endpoint: 'createProductGroup', valid: {}, fields: groupRow, within: inRow('memberships') },
  { endpoint: 'createProductGroup', valid: {}, fields: groupRow, within: inRow('tiers') },
  { endpoint: 'replaceProductGroup', valid: {}, fields: keptRow, within: inRow('memberships') },
  { endpoint: 'applyMembership', valid: { subscriptionItem: product }, fields: applied },
  {
    endpoint: 'assignProductGroup',
    valid: { productGroupMembership: product },
    fields: assigned,
  },
  { endpoint: 'createCatalogueProduct', valid: { name: 'Starter' }, fields: productFields },
  { endpoint: 'updateCatalogueProduct', valid: { name: 'Starter' }, fields: productFields },
  { endpoint: 'createPricePlan', valid: planBody, fields: planFields },
  { endpoint: 'updatePricePlan', valid: planBody, fields: withoutMissing(planFields) },
  { endpoint: 'createPricePlan', valid: {}, fields: planPrice, within: inPrice },
  {
    endpoint: 'createCustomer',
    valid: {},
    fields: { customerNumber: [['too long', 'x'.repeat(51), 'too_long'], ...ofWrongType(5)] },
  },
];

const rows = tables.flatMap(({ endpoint, valid, fields, within }) =>
  Object.entries(fields).flatMap(([name, cases]) =>
    cases.map(([what, sent, code]) => {
      const [path, put, inner] = within ?? ['', (it: object) => it, valid];
      const kept = Object.fromEntries(Object.entries(inner).filter(([it]) => it !== name));
      const body = put(sent === leftOut ? kept : { ...kept, [name]: sent });
      return { endpoint, field: path === '' ? name : `${path}.${name}`, what, code, body };
    }),
  ),
);

test.each(rows)('$endpoint: $field $what', async ({ endpoint, field, code, body }) => {
  const answer = await ask(app, endpoint, { body });
  expect([answer.status, answer.json]).toEqual([
    422,
    problem(422, 'validation_failed', { violations: expect.anything() }),
  ]);
  expect(violationsOf(answer)).toEqual([`${field} ${code}`]);
});

describe.each(tables)('$endpoint', ({ endpoint, valid, within }) => {
  const strangers = ['__proto__', 'constructor', '$where', 'organisation_id', 'a.b', ''];
  const known = endpoint === 'createCustomer' ? [] : strangers;
  test('takes no field that it does not know', async () => {
    for (const name of known) {
      const [path, put, inner] = within ?? ['', (it: object) => it, valid];
      const strange = JSON.parse(
        `{${JSON.stringify(name)}:{"a":1},${JSON.stringify({ ...inner, z: 1 }).slice(1)}`,
      ) as { z?: number };
      delete strange.z;
      const answer = await ask(app, endpoint, { body: put(strange) });
      const told = path === '' ? name : `${path}.${name}`;
      expect([answer.status, violationsOf(answer)]).toEqual([422, [`${told} unexpected`]]);
    }
  });
});

describe('The rows of a group (docs/spec/product-groups-api.md §2)', () => {
  const sent = (rowsOf: unknown, name = 'memberships') =>
    ask(app, 'createProductGroup', { body: { ...groupBody, [name]: rowsOf } });

  test.each<[string, unknown, readonly string[]]>([
    ['are a list', {}, ['memberships type']],
    ['are no null', null, ['memberships type']],
    ['are rows', [5, null], ['memberships[0] type', 'memberships[1] type']],
    ['are a hundred at most', Array.from({ length: 101 }, () => row), ['memberships too_many']],
    ['have plans', [{ ...row, pricePlans: [] }], ['memberships[0].pricePlans too_few']],
    [
      'have twenty plans at most',
      [{ ...row, pricePlans: Array.from({ length: 21 }, () => plan) }],
      ['memberships[0].pricePlans too_many'],
    ],
    [
      'have each plan once, whatever it is called',
      [{ ...row, pricePlans: [plan, other, `/plans/${String(plan)}`, 'x'] }],
      ['memberships[0].pricePlans[2] duplicate', 'memberships[0].pricePlans[3] invalid'],
    ],
    [
      'have a product and a position each, once in the group',
      [row, { ...row, label: 5 }],
      [
        'memberships[1].product duplicate',
        'memberships[1].position duplicate',
        'memberships[1].label type',
      ],
    ],
    [
      'have no id where the group is new',
      [{ id: product, ...row }],
      ['memberships[0].id unexpected'],
    ],
  ])('%s', async (_what, rowsOf, told) => {
    const answer = await sent(rowsOf);
    expect([answer.status, violationsOf(answer)]).toEqual([422, told]);
  });

  test('come under one of their two names', async () => {
    const body = { ...groupBody, memberships: [row], tiers: [row] };
    const answer = await ask(app, 'createProductGroup', { body });
    expect(violationsOf(answer)).toEqual(['tiers conflict']);
  });

  test('are told of with all else at once, in order, and no more than a hundred faults', async () => {
    const faulty = Array.from({ length: 100 }, () => ({}));
    const answer = await ask(app, 'createProductGroup', { body: { memberships: faulty } });
    expect(violationsOf(answer).slice(0, 5)).toEqual([
      `name ${blank}`,
      `enabled ${blank}`,
      `memberships[0].product ${blank}`,
      `memberships[0].pricePlans ${blank}`,
      `memberships[0].position ${blank}`,
    ]);
    expect(violationsOf(answer)).toHaveLength(100);
    expect(answer.json).toMatchObject({ moreViolations: 202 });
  });
});
