import { afterEach, describe, expect, test } from '@jest/globals';
import {
  BusyError,
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../src/application/ports/failures.js';
import type { PaywayChangeResult } from '../../../src/http/payway/payway-changes.js';
import type {
  PaywayRefusal,
  PaywayRefusalReason,
} from '../../../src/domain/change/payway/payway-refusal.js';
import { changeRequest, startApp, type StartedApp } from './start-app.js';
import { send, type Answer } from './send.js';

let app: StartedApp;
afterEach(() => app.close());

async function answerWhen(requestChange: () => Promise<PaywayChangeResult>): Promise<Answer> {
  app = await startApp({ requestChange });
  return send(app.port, changeRequest(app.token()));
}

function refusedFor(...reasons: [PaywayRefusalReason, ...PaywayRefusalReason[]]) {
  const refusals = reasons.map((reason) => ({ reason, facts: {} })) as [
    PaywayRefusal,
    ...PaywayRefusal[],
  ];
  return () => Promise.resolve({ ok: false, failure: 'refused', refusals } as const);
}

/** docs/spec/payway-api.md §3, in the table's order. */
const reasons = [
  'user_product_not_active',
  'user_product_not_tulo_provisioned',
  'subscription_type_not_supported',
  'source_not_changeable',
  'target_not_changeable',
  'same_package',
  'integration_code_not_supported',
  'subscription_type_mismatch',
  'payment_period_mismatch',
  'payment_period_disabled',
  'target_not_on_sale',
  'free_period_not_allowed',
  'downgrade_requires_recurring',
  'currency_mismatch',
  'carried_time_too_long',
  'nothing_to_carry_over',
] as const satisfies readonly PaywayRefusalReason[];

describe('409 (docs/spec/payway-api.md §3)', () => {
  test.each(reasons.map((reason) => ({ reason })))(
    '$reason has a message and no errors',
    async ({ reason }) => {
      const { status, json } = await answerWhen(refusedFor(reason));
      expect(status).toBe(409);
      expect(json).toEqual({ code: reason, message: expect.stringMatching(/^[A-Z].{15,}$/) });
    },
  );

  test('the answer carries the first, errors all of them, the first included', async () => {
    const { json } = await answerWhen(
      refusedFor('same_package', 'payment_period_disabled', 'currency_mismatch'),
    );
    expect(json).toEqual({
      code: 'same_package',
      message: 'The target is what the account already has',
      errors: [
        { code: 'same_package', message: 'The target is what the account already has' },
        { code: 'payment_period_disabled', message: 'The target period is disabled' },
        { code: 'currency_mismatch', message: 'The target period has another currency' },
      ],
    });
  });
});

test('what is unknown, or another’s, is one and the same 404 (docs/spec/payway-api.md §1)', async () => {
  const answer = await answerWhen(() => Promise.resolve({ ok: false, failure: 'not_found' }));
  expect(answer.status).toBe(404);
  expect(answer.text).toBe(
    '{"code":"not_found","message":"The account or product could not be found"}',
  );
});

describe('503 with Retry-After (docs/spec/payway-api.md §1)', () => {
  test.each([
    { what: 'busy', error: new BusyError('lost ten races', 7), retryAfter: '7' },
    {
      what: 'unreachable',
      error: new StoreUnavailableError('ECONNREFUSED 10.0.0.1'),
      retryAfter: '1',
    },
    {
      what: 'silent',
      error: new OutcomeUnknownError('mongodb: connection 7 closed'),
      retryAfter: '1',
    },
  ])('where the store is $what', async ({ error, retryAfter }) => {
    const answer = await answerWhen(() => Promise.reject(error));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(answer.json).toEqual({
      code: 'service_unavailable',
      message: 'The service is unavailable at the moment: try again later',
    });
    expect(app.logged).toMatchObject([{ level: 'warn', facts: { status: 503, err: error } }]);
  });

  test('where the answer does not come within the request time-out', async () => {
    app = await startApp({
      requestChange: () => new Promise(() => undefined),
      requestTimeoutMs: 300,
    });
    const answer = await send(app.port, changeRequest(app.token()));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.json).toMatchObject({ code: 'service_unavailable' });
  });
});

describe('500 (docs/spec/payway-api.md §1)', () => {
  const secret = 'mongoose secret at /srv/app/node_modules/express/index.js:1';
  test.each([
    { what: 'an error', thrown: new Error(secret) },
    { what: 'a string', thrown: secret },
    { what: 'nothing', thrown: undefined },
    {
      what: 'an error that carries a status',
      thrown: Object.assign(new Error(secret), { status: 418, expose: true }),
    },
    {
      what: 'an object that looks like an answer',
      thrown: { status: 200, body: { secret }, headers: {} },
    },
  ])(
    '$what is answered with a constant and logged once with the request id',
    async ({ thrown }) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever a library may throw
      const answer = await answerWhen(() => Promise.reject(thrown));
      expect(answer.status).toBe(500);
      expect(answer.text).toBe(
        '{"code":"internal_server_error","message":"An unexpected error has occurred"}',
      );
      expect(app.logged).toMatchObject([
        { level: 'error', facts: { requestId: answer.headers['x-request-id'], status: 500 } },
      ]);
    },
  );

  test('work that fails after its time-out answers nothing more and is logged', async () => {
    let fail: (error: Error) => void = () => undefined;
    const requestChange = () =>
      new Promise<never>((_, reject) => {
        fail = reject;
      });
    app = await startApp({ requestChange, requestTimeoutMs: 300 });
    const answer = await send(app.port, changeRequest(app.token()));
    fail(new Error('late'));
    await new Promise(setImmediate);
    expect(answer.status).toBe(503);
    expect(app.logged).toMatchObject([{ level: 'error', facts: { err: { message: 'late' } } }]);
  });
});
