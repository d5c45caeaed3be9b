import { expect, test } from '@jest/globals';
import type { EndpointRequest } from '../../../../src/http/core/endpoint.js';
import { failed } from '../../../../src/http/core/failure.js';
import { auditOf } from '../../../../src/http/payway/audit-of.js';
import { notFound } from '../../../../src/http/payway/problems/not-found.js';

const [account, product, successor] = ['a', 'b', 'c'].map((it) => it.repeat(24));

function requestOf(body: unknown, params: Record<string, string> = {}): EndpointRequest {
  return { body, params } as unknown as EndpointRequest;
}

test('what a write was about stands in its body, or in its path', () => {
  const answer = { status: 200, body: { id: successor } };
  const whole = { accountId: account, userProductId: product, answeredId: successor };
  const body = { account_id: account, user_product_id: product };
  expect(auditOf(requestOf(body), answer)).toEqual(whole);
  const path = { accountId: account ?? '', userProductId: product ?? '' };
  expect(auditOf(requestOf({}, path), answer)).toEqual(whole);
});

test('an answer that is repeated names the same id', () => {
  const kept = { status: 200, text: JSON.stringify({ id: successor }), isReplay: true };
  expect(auditOf(requestOf({}), kept)).toEqual({ answeredId: successor });
  expect(auditOf(requestOf({}), { status: 204, text: '', isReplay: true })).toEqual({});
});

test('a refusal and an answer without an id name none', () => {
  expect(auditOf(requestOf({}), notFound)).toEqual({});
  expect(auditOf(requestOf({}), failed('version_mismatch'))).toEqual({});
  expect(auditOf(requestOf({}), { status: 204, body: null })).toEqual({});
});

test('what is no id is not told: a path may hold anything', () => {
  const answer = { status: 200, body: { id: 'hunter2' } };
  expect(auditOf(requestOf({ account_id: 7 }, { userProductId: 'hunter2' }), answer)).toEqual({});
});
