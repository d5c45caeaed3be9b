import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { WriteGuards } from '../../../src/application/commit/guards.js';
import type { RunOnceResult } from '../../../src/application/idempotency/run-once.js';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { call, type Subject } from './endpoint-contract.js';
import { done, type RecordedApp, startRecordedApp } from './recorded-app.js';
import { exampleBody } from './start-app.js';
import { answered } from '../../support/answered.js';

/** What was claimed in a record, and how that came out. */
let claimed: { keyHash: string; commandHash: string; organisationId: string }[] = [];
let outcome: RunOnceResult | null = null;
const chosenId = 'e'.repeat(24);

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp({
    runOnce: async (request, run) => {
      claimed.push(request);
      return outcome ?? { outcome: 'first', answer: (await run(chosenId)).answer };
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  claimed = [];
  outcome = null;
  app.answerWith(done);
});

const accountId = toId<AccountId>('56e1741a6fc9365306000001');
const change: Subject = {
  name: 'changeProduct',
  example: exampleBody,
  allow: 'PUT',
  result: done,
};
const create: Subject = {
  name: 'createUserProduct',
  example: {
    account_id: accountId,
    package_code: 'adeprimo_digital',
    subscription_type: 'limited',
    valid_from: '2016-10-02 13:00 +0100',
    valid_to: '2016-11-02 13:00 +0100',
  },
  allow: 'POST, PUT',
  result: done,
};

/** The guards that the use case is given under these headers. */
async function guardsOf(headers: Record<string, string>, subject = change): Promise<WriteGuards> {
  app.answerWith(done);
  const { status } = await call(app, subject, { headers });
  expect(status).toBe(200);
  return app.asked[0]?.args[1] as WriteGuards;
}
const hashOf = async (key: string) => (await guardsOf({ 'idempotency-key': key })).keyed?.keyHash;

describe('Idempotency-Key (docs/architecture.md §5)', () => {
  test('none: the write is not keyed', async () => {
    expect((await guardsOf({})).keyed).toBeNull();
  });

  test('is the same bare and quoted, and another one is another', async () => {
    const bare = await hashOf('order-7');
    expect(bare).toMatch(/^[\w-]{43}$/);
    expect(await hashOf('"order-7"')).toBe(bare);
    expect(await hashOf('order-8')).not.toBe(bare);
    expect(await hashOf('Order-7')).not.toBe(bare);
  });

  test.each([
    { what: 'one character', key: 'k' },
    { what: '255 characters', key: 'k'.repeat(255) },
    { what: '255 characters in quotes', key: `"${'k'.repeat(255)}"` },
    { what: 'blanks and signs', key: 'a b;c="d", {$gt: 1}' },
  ])('takes $what', async ({ key }) => {
    expect(await hashOf(key)).toMatch(/^[\w-]{43}$/);
  });

  const long = 'Header must be at most 255 characters';
  const odd = 'Header must be printable ASCII characters';
  test.each([
    { what: '256 characters', key: 'k'.repeat(256), message: long },
    { what: '256 characters in quotes', key: `"${'k'.repeat(256)}"`, message: long },
    { what: 'an empty one', key: '', message: odd },
    { what: 'an empty one in quotes', key: '""', message: odd },
    { what: 'a letter beyond ASCII', key: 'nyckel-å', message: odd },
    { what: 'a tab', key: 'a\tb', message: odd },
  ])('does not take $what', async ({ key, message }) => {
    const { status, json } = await call(app, change, { headers: { 'idempotency-key': key } });
    const field = 'Idempotency-Key';
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
    expect(app.asked).toEqual([]);
  });

  test('what is kept is the answer that goes out', async () => {
    const { answerOf } = await guardsOf({ 'idempotency-key': 'k' });
    const { status, text } = await call(app, change);
    expect(answerOf(answered(done.id))).toEqual({ status, body: text });
  });
});

describe('If-Match (docs/architecture.md §5)', () => {
  test.each([
    { sent: '"3"', ifMatch: [3] },
    { sent: '"1", "2"', ifMatch: [1, 2] },
    { sent: '"1","2" , "9007199254740991"', ifMatch: [1, 2, 9007199254740991] },
    { sent: '*', ifMatch: 'any' },
    { sent: ' * ', ifMatch: 'any' },
    { sent: 'W/"3"', ifMatch: [] },
    { sent: 'W/"3", "4"', ifMatch: [4] },
    { sent: '"abc"', ifMatch: [] },
    { sent: '""', ifMatch: [] },
    { sent: '"0"', ifMatch: [] },
    { sent: '"03"', ifMatch: [] },
    { sent: '"-3"', ifMatch: [] },
    { sent: '"3.0"', ifMatch: [] },
  ])('$sent asks for the versions $ifMatch', async ({ sent, ifMatch }) => {
    expect(await guardsOf({ 'if-match': sent })).toMatchObject({ ifMatch });
  });

  test('none: any version is taken', async () => {
    expect((await guardsOf({})).ifMatch).toBeNull();
  });

  test.each(['3', '', '"3', "'3'", '"1" "2"', '*, "3"', 'w/"3"', '"3",', '"å"'])(
    '%s is 400',
    async (sent) => {
      const { status, json } = await call(app, change, { headers: { 'if-match': sent } });
      const message = 'Header must be a version in quotes, as in "3"';
      const fault = { code: 'invalid_parameter', field: 'If-Match', message };
      expect([status, json, app.asked]).toEqual([400, fault, []]);
    },
  );

  test('both headers at fault are both told', async () => {
    const headers = { 'idempotency-key': '', 'if-match': '3' };
    const { json } = await call(app, change, { headers });
    expect(json).toMatchObject({
      field: 'Idempotency-Key',
      errors: [{ field: 'Idempotency-Key' }, { field: 'If-Match' }],
    });
  });

  test('fields are looked at before headers', async () => {
    const { json } = await call(app, change, { body: '{}', headers: { 'if-match': '3' } });
    expect(json).toMatchObject({ field: 'account_id' });
  });
});

describe('Where nothing is written', () => {
  const wrong = { 'idempotency-key': 'k'.repeat(256), 'if-match': '3' };
  const id = done.id;

  test.each<Subject>([
    {
      name: 'listAvailableProductChanges',
      example: { id, product_codes: 'a' },
      allow: 'GET, HEAD',
      accountId,
      result: { upgrades: [], downgrades: [] },
    },
    { name: 'listProducts', example: {}, allow: 'GET, HEAD', result: null },
    { name: 'previewChangeProduct', example: exampleBody, allow: 'POST', result: null },
  ])('neither header is looked at: $name', async (subject) => {
    app.answerWith(subject.result);
    const with_ = await call(app, subject, { headers: wrong });
    const without = await call(app, subject);
    expect([with_.status, with_.text]).toEqual([without.status, without.text]);
    expect(with_.status).not.toBe(400);
  });
});

describe('Writes whose answer is kept in a record of its own', () => {
  const keyed = (key: string, body?: string) =>
    call(app, create, { headers: { 'idempotency-key': key }, ...(body ? { body } : {}) });

  test('run under the key, with the id that was chosen for it', async () => {
    const { status, text, headers } = await keyed('k');
    expect([status, text]).toEqual([201, `{"id":"${done.id}"}`]);
    expect(headers).not.toHaveProperty('idempotent-replayed');
    expect(claimed).toHaveLength(1);
    expect(app.asked).toMatchObject([{ args: [{ chosenId }] }]);
  });

  test('without a key nothing is claimed', async () => {
    expect((await call(app, create)).status).toBe(201);
    expect(claimed).toEqual([]);
    expect(app.asked).toMatchObject([{ args: [{ chosenId: null }] }]);
  });

  test('are claimed as the same command whatever spacing and order it came in', async () => {
    await keyed('k');
    const shuffled = Object.fromEntries(Object.entries(create.example).toReversed());
    await keyed('k', JSON.stringify(shuffled, null, 2));
    await keyed('k', JSON.stringify({ ...create.example, package_code: 'other' }));
    const [first, same, other] = claimed;
    expect(same).toEqual(first);
    expect(other?.keyHash).toBe(first?.keyHash);
    expect(other?.commandHash).not.toBe(first?.commandHash);
  });

  test('are repeated byte for byte, and nothing is run', async () => {
    const body = `{ "id":  "${done.id}" }`;
    outcome = { outcome: 'replayed', answer: { status: 201, body } };
    const { status, text, headers } = await keyed('k');
    expect([status, text, headers['idempotent-replayed']]).toEqual([201, body, 'true']);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(app.asked).toEqual([]);
  });

  test('are 422 where the key was another command’s', async () => {
    outcome = { outcome: 'key_reused' };
    const { status, json } = await keyed('k');
    expect([status, json]).toMatchObject([422, { code: 'idempotency_key_reused' }]);
  });

  test('are 409 while another is at it, and say for how many seconds', async () => {
    outcome = { outcome: 'key_in_use', retryAfterMs: 1_001 };
    const { status, json, headers } = await keyed('k');
    expect([status, json]).toMatchObject([409, { code: 'idempotency_key_in_use' }]);
    expect(headers['retry-after']).toBe('2');
  });

  test('are refused as ever under a key', async () => {
    const refusals = [{ reason: 'no_payment_period', facts: {} }];
    app.answerWith({ ok: false, failure: 'refused', refusals });
    const { status, json } = await keyed('k');
    expect([status, json]).toMatchObject([409, { code: 'no_payment_period' }]);
  });
});
