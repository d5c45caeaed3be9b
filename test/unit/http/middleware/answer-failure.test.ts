import { beforeEach, expect, test } from '@jest/globals';
import {
  BusyError,
  OutcomeUnknownError,
  SetAsideError,
  StoreUnavailableError,
} from '../../../../src/application/ports/failures.js';
import { BeyondCalendarError } from '../../../../src/domain/time/instant.js';
import { failed } from '../../../../src/http/core/failure.js';
import { makeProblem } from '../../../../src/http/core/problem.js';
import { makeAnswerFailure } from '../../../../src/http/middleware/answer-failure.js';
import { paywayDialect } from '../../../../src/http/payway/dialect.js';
import { makeExchange } from '../../../support/http-exchange.js';

const addresses: string[] = [];
const logged: unknown[] = [];
const note = (level: string) => (_message: string, facts?: unknown) => {
  logged.push([level, facts]);
};
const log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
const answerFailure = makeAnswerFailure(log, (address) => {
  addresses.push(address);
  return paywayDialect;
});
beforeEach(() => {
  logged.length = 0;
  addresses.length = 0;
});

function answerTo(thrown: unknown) {
  const exchange = makeExchange({ url: '/external/x?secret=1' });
  Object.assign(exchange.req, { path: '/external/x' });
  answerFailure(thrown, exchange.req, exchange.res, () => undefined);
  const { status, text } = exchange.answered();
  const { code } = JSON.parse(text) as { code: string };
  return { status, code, refusal: exchange.res.locals.refusal as unknown };
}

test('a problem is answered as it is, and nobody is asked for words', () => {
  const problem = makeProblem({ status: 409, code: 'own', body: { code: 'own' } });
  expect(answerTo(problem)).toEqual({ status: 409, code: 'own', refusal: 'own' });
  expect([addresses, logged]).toEqual([[], []]);
});

test('a failure is worded by the dialect of the address', () => {
  expect(answerTo(failed('key_reused'))).toMatchObject({
    status: 422,
    code: 'idempotency_key_reused',
    refusal: 'idempotency_key_reused',
  });
  expect([addresses, logged]).toEqual([['/external/x?secret=1'], []]);
});

test('one that was foreseen is not told: nobody has to act', () => {
  expect(answerTo(failed('unavailable', { retryAfterSeconds: 1 }))).toMatchObject({ status: 503 });
  expect(logged).toEqual([]);
});

test.each([
  ['a user product that is set aside', new SetAsideError(), 'user_product_set_aside'],
  ['a date beyond the calendar', new BeyondCalendarError(), 'date_beyond_calendar'],
])(
  '%s is 409: an operator was told of the one, and of the other none need be',
  (_, thrown, code) => {
    expect(answerTo(thrown)).toEqual({ status: 409, code, refusal: code });
    expect(logged).toEqual([]);
  },
);

test.each([
  new BusyError('lost ten races', 1),
  new StoreUnavailableError('away'),
  new OutcomeUnknownError('cut'),
])('%s is unavailable, and told once as a warning', (thrown) => {
  expect(answerTo(thrown)).toMatchObject({ status: 503, code: 'service_unavailable' });
  const facts = { method: 'GET', path: '/external/x', status: 503, err: thrown };
  expect(logged).toEqual([['warn', expect.objectContaining(facts)]]);
});

test.each([new Error('secret'), 'secret', undefined, null, { status: 200, body: {} }])(
  '%p is a constant, and told once as an error',
  (thrown) => {
    expect(answerTo(thrown)).toMatchObject({ status: 500, code: 'internal_server_error' });
    expect(logged).toEqual([['error', expect.objectContaining({ status: 500, err: thrown })]]);
  },
);

test('an address that is no UTF-8 names nothing', () => {
  const thrown = Object.assign(new URIError('malformed'), { status: 400 });
  expect(answerTo(thrown)).toMatchObject({ status: 404, code: 'not_found' });
  expect(logged).toEqual([]);
});
