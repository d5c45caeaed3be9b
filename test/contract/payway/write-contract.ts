import { describe, expect, test } from '@jest/globals';
import type { WriteRefusalReason } from '../../../src/domain/user-product/refusal.js';
import { call, type Subject } from './endpoint-contract.js';
import { described } from './field-cases.js';
import { done, type RecordedApp, writtenId } from './recorded-app.js';

/**
 * Which endpoints refuse for which reason (docs/spec/payway-api.md §5). A new reason does not compile until it is here.
 */
const refusedBy = {
  user_product_ended: [
    'cancelSubscription',
    'reactivateSubscription',
    'setSubscriptionNumber',
    'cancelProductChange',
    'cancelOwnProductChange',
    'updateUserProduct',
  ],
  user_product_not_active: ['cancelSubscription'],
  user_product_not_tulo_provisioned: ['cancelSubscription'],
  user_product_not_recurring: ['cancelSubscription'],
  package_not_cancellable: ['cancelSubscription'],
  user_product_not_cancelled: ['reactivateSubscription'],
  no_pending_change: ['cancelProductChange', 'cancelOwnProductChange'],
  no_payment_period: ['createUserProduct', 'updateUserProduct'],
  too_many_user_products: ['createUserProduct'],
  valid_to_not_in_future: ['createUserProduct', 'updateUserProduct'],
  valid_to_required: [
    'cancelSubscription',
    'reactivateSubscription',
    'setSubscriptionNumber',
    'updateUserProduct',
  ],
  valid_to_not_after_valid_from: ['createUserProduct', 'updateUserProduct'],
} as const satisfies Record<WriteRefusalReason, readonly string[]>;

function writeReasons(name: string): readonly string[] {
  return Object.entries(refusedBy).flatMap(([reason, names]) =>
    (names as readonly string[]).includes(name) ? [reason] : [],
  );
}

const sentence = expect.stringMatching(/^[A-Z].{10,}$/);
const refused = (...reasons: readonly string[]) => ({
  ok: false,
  failure: 'refused',
  refusals: reasons.map((reason) => ({ reason, facts: { secret: 1 } })),
});

/** Refusals by the rules: 409, the first one's code, `errors` where there are more (docs/spec/payway-api.md §3). */
export function refusalContract(
  app: () => RecordedApp,
  subject: Subject,
  reasons: readonly string[] = writeReasons(subject.name),
): void {
  describe(`${described(subject.name).path} refuses`, () => {
    test.each(reasons)('%s with 409 and its code', async (reason) => {
      app().answerWith(refused(reason));
      const { status, json } = await call(app(), subject);
      expect([status, json]).toEqual([409, { code: reason, message: sentence }]);
    });

    test('several at once with the first, and all of them in errors', async () => {
      const all = reasons.length > 1 ? reasons : [...reasons, ...reasons];
      app().answerWith(refused(...all));
      const { status, json } = await call(app(), subject);
      const errors = all.map((code) => ({ code, message: sentence }));
      expect([status, json]).toEqual([409, { code: all[0], message: sentence, errors }]);
    });

    test('what it is described to refuse', () => {
      expect(described(subject.name).refusals.toSorted()).toEqual(reasons.toSorted());
    });
  });
}

const notFound = { code: 'not_found', message: 'The account or product could not be found' };

/**
 * How everything that a write on a user product may come to is answered (docs/spec/payway-api.md §1, §5;
 * docs/architecture.md §5).
 */
export function writeContract(app: () => RecordedApp, subject: Subject): void {
  const failing = async (failure: object) => {
    app().answerWith({ ok: false, ...failure });
    return call(app(), subject);
  };

  describe(`${described(subject.name).path} answers`, () => {
    test('its success with the id that the write ended in', async () => {
      app().answerWith({ ...done, id: 'f'.repeat(24) });
      const { status, text, headers } = await call(app(), subject);
      expect([status, text]).toEqual([200, `{"id":"${'f'.repeat(24)}"}`]);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers).not.toHaveProperty('idempotent-replayed');
    });

    test('what is unknown, or another’s, with one and the same 404', async () => {
      const { status, json } = await failing({ failure: 'not_found' });
      expect([status, json]).toEqual([404, notFound]);
    });

    test('a version that moved with 412', async () => {
      const { status, json } = await failing({ failure: 'version_mismatch' });
      const message = 'The user product has changed since';
      expect([status, json]).toEqual([412, { code: 'version_mismatch', message }]);
    });

    test('a key of another request with 422', async () => {
      const { status, json } = await failing({ failure: 'key_reused' });
      const message = 'The Idempotency-Key was used for another request';
      expect([status, json]).toEqual([422, { code: 'idempotency_key_reused', message }]);
    });

    test('a 33rd key with 429, and when there is room again in whole seconds', async () => {
      const { status, json, headers } = await failing({
        failure: 'too_many_keys',
        retryAfterMs: 60_001,
      });
      expect([status, json]).toMatchObject([429, { code: 'too_many_idempotency_keys' }]);
      expect(headers['retry-after']).toBe('61');
    });

    test('a replay byte for byte', async () => {
      const body = `{ "id" :  "${writtenId}"}\n`;
      app().answerWith({ ok: true, replayed: { status: 200, body } });
      const { status, text, headers } = await call(app(), subject);
      expect([status, text]).toEqual([200, body]);
      expect(headers['idempotent-replayed']).toBe('true');
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    });
  });
}
