import { expect, test } from '@jest/globals';
import type { EndedRequest } from '../../../../src/http/middleware/request-ended.js';
import { makeRequestLog } from '../../../../src/http/middleware/request-log.js';
import { silentLog } from '../../../support/process.js';

const ended: EndedRequest = {
  method: 'PUT',
  route: '/a/:id',
  status: 200,
  milliseconds: 12.345,
  requestId: 'r',
  refusal: null,
  caller: null,
  audit: { accountId: 'a', userProductId: 'u', answeredId: 's' },
  signIn: null,
};

function lineOf(request: EndedRequest): unknown {
  const lines: unknown[] = [];
  const info = (_message: string, facts?: unknown): void => {
    lines.push(facts);
  };
  makeRequestLog({ ...silentLog, info })(request);
  return lines[0];
}

test('a write is told with the ids that it was about', () => {
  expect(lineOf(ended)).toEqual({
    method: 'PUT',
    route: '/a/:id',
    status: 200,
    ms: 12.3,
    requestId: 'r',
    audit: true,
    accountId: 'a',
    userProductId: 'u',
    answeredId: 's',
  });
});

test('a read says nothing of them', () => {
  expect(lineOf({ ...ended, method: 'GET' })).not.toHaveProperty('accountId');
});

test('a refusal is told by its code', () => {
  expect(lineOf(ended)).not.toHaveProperty('code');
  expect(lineOf({ ...ended, refusal: 'same_package' })).toMatchObject({ code: 'same_package' });
});

test('a client that was gone before the answer got no status', () => {
  expect(lineOf({ ...ended, status: null })).toMatchObject({ status: null });
});

test('a sign-in that failed is told with whom it tried, and from where', () => {
  const signIn = { address: '192.0.2.1', triedClientId: 'demo' };
  expect(lineOf({ ...ended, signIn })).toMatchObject(signIn);
  expect(lineOf({ ...ended, signIn })).not.toHaveProperty('clientId');
});

test('one that did not fail names nobody who is not proven', () => {
  const line = lineOf({ ...ended, signIn: { address: '192.0.2.1', triedClientId: null } });
  expect(line).toMatchObject({ address: '192.0.2.1' });
  expect(line).not.toHaveProperty('triedClientId');
});
