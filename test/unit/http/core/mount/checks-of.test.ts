import { expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { EndpointDescription } from '../../../../../src/http/core/endpoint.js';
import { isFailure } from '../../../../../src/http/core/failure.js';
import { checksOf } from '../../../../../src/http/core/mount/checks-of.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const endpoint: EndpointDescription = {
  name: 'openThing',
  summary: '',
  description: '',
  tag: '',
  method: 'put',
  path: '/things/{id}',
  scope: 'thing:write',
  body: z.strictObject({ open: z.boolean() }),
  keeps: 'in_record',
  answer: { status: 200, schema: null },
  refusals: [],
};
const id = 'a'.repeat(24);

const right = {
  scopes: ['thing:write'],
  accountId: null as string | null,
  bytes: '{"open":true}',
  type: 'application/json',
  query: '',
  key: 'k',
  id,
};
type Bent = Partial<typeof right>;

/** What the first check that does not let it through says; null where all do. */
async function refusal(checks: readonly RequestHandler[], bent: Bent) {
  const { type, key, query, bytes, id: sentId, scopes, accountId } = { ...right, ...bent };
  const exchange = makeExchange({
    method: 'PUT',
    url: `/things/x?${query}`,
    bytes,
    headers: { 'content-type': type, 'idempotency-key': key },
    locals: { caller: { scopes, accountId } },
  });
  exchange.req.params = { id: sentId };
  for (const check of checks) {
    const passed = await passedOn(check, exchange);
    if (!isFailure(passed)) continue;
    return passed.kind === 'faulty_fields' ? (passed.facts as { part: string }).part : passed.kind;
  }
  return null;
}

const nothingRight: Bent = {
  accountId: id,
  scopes: [],
  type: 'text/plain',
  bytes: '{',
  query: 'a=1',
  key: '\t',
  id: 'x',
};
/** One thing after another is put right, in the order in which they are told. */
const repairs: readonly (keyof Bent)[] = ['accountId', 'scopes', 'type'];

async function orderOf(checks: readonly RequestHandler[], repaired: readonly (keyof Bent)[]) {
  const told: unknown[] = [];
  let bent = nothingRight;
  for (const name of repaired) {
    told.push(await refusal(checks, bent));
    bent = Object.fromEntries(Object.entries(bent).filter(([it]) => it !== name));
    if (name === 'type') bent = { ...bent, bytes: '{' };
    if (name === 'bytes') bent = { ...bent, bytes: '{}' };
  }
  return [...told, await refusal(checks, bent)];
}

test('where paths hold ids, what cannot be read comes first, then the ids, then the fields', async () => {
  const checks = checksOf(endpoint, { pathsHoldIds: true });
  expect(await orderOf(checks, [...repairs, 'bytes', 'query', 'key', 'id'])).toEqual([
    'identity_not_allowed',
    'insufficient_scope',
    'wrong_content_type',
    'not_json',
    'query',
    'headers',
    'unknown_route',
    'body',
  ]);
  expect(await refusal(checks, {})).toBeNull();
});

test('where they do not, the fields come before the query, and a path is the endpoint’s own to read', async () => {
  const flat = { ...endpoint, body: [{ name: 'open', required: true, type: 'boolean' }] as const };
  expect(await orderOf(checksOf(flat, {}), [...repairs, 'bytes'])).toEqual([
    'identity_not_allowed',
    'insufficient_scope',
    'wrong_content_type',
    'not_json',
    'body',
  ]);
  expect(await refusal(checksOf(flat, {}), { query: 'a=1', id: 'x' })).toBe('query');
  expect(await refusal(checksOf(flat, {}), { key: '\t', id: 'x' })).toBeNull();
});

test('a token of an account is let on where the endpoint says so, by its scope', async () => {
  const own = checksOf({ ...endpoint, mayHaveIdentity: true }, {});
  expect(await refusal(own, { accountId: id })).toBeNull();
  expect(await refusal(own, {})).toBeNull();
  expect(await refusal(own, { accountId: id, scopes: [] })).toBe('insufficient_scope');
  const needed = checksOf({ ...endpoint, needsIdentity: true }, {});
  expect(await refusal(needed, {})).toBe('identity_required');
});
