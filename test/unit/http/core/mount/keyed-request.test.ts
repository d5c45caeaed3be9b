import { describe, expect, test } from '@jest/globals';
import {
  type AccountId,
  type OrganisationId,
  toClientId,
  toId,
} from '../../../../../src/domain/ids.js';
import { keyedRequestOf } from '../../../../../src/http/core/mount/keyed-request.js';

type Given = Parameters<typeof keyedRequestOf>[0];

const endpoint = { method: 'put', path: '/external/api/v1/things/{id}' } as const;
const caller = {
  organisationId: toId<OrganisationId>('a'.repeat(24)),
  clientId: toClientId('demo'),
  accountId: null,
} as const;
const body = { b: 1, a: { d: [1, 2], c: true } };
const given: Given = { endpoint, caller, key: 'k', params: { id: '1' }, body };

const keyed = (changed: Partial<Given> = {}) => keyedRequestOf({ ...given, ...changed });

describe('Whose key it is', () => {
  test('is the same for the same caller, place and key, whatever is asked', () => {
    expect(keyed({ body: { other: true } }).keyHash).toBe(keyed().keyHash);
  });

  test.each<{ what: string; changed: Partial<Given> }>([
    { what: 'key', changed: { key: 'K' } },
    {
      what: 'organisation',
      changed: { caller: { ...caller, organisationId: toId<OrganisationId>('b'.repeat(24)) } },
    },
    { what: 'client', changed: { caller: { ...caller, clientId: toClientId('other') } } },
    {
      what: 'account',
      changed: { caller: { ...caller, accountId: toId<AccountId>('c'.repeat(24)) } },
    },
    { what: 'method', changed: { endpoint: { ...endpoint, method: 'post' } } },
    { what: 'path', changed: { endpoint: { ...endpoint, path: '/external/api/v1/{id}' } } },
    { what: 'path parameter', changed: { params: { id: '2' } } },
    { what: 'name of a path parameter', changed: { params: { other: '1' } } },
  ])('differs for another $what', ({ changed }) => {
    expect(keyed(changed).keyHash).not.toBe(keyed().keyHash);
    expect(keyed(changed).commandHash).toBe(keyed().commandHash);
  });

  test('is the same for an id in the path in either case, and for nothing else', () => {
    const of = (id: string) => keyed({ params: { id } }).keyHash;
    expect(of('A'.repeat(24))).toBe(of('a'.repeat(24)));
    expect(of('A'.repeat(23))).not.toBe(of('a'.repeat(23)));
  });

  test('does not meet where what is before and after a boundary is swapped', () => {
    const of = (client: string, key: string) =>
      keyed({ caller: { ...caller, clientId: toClientId(client) }, key }).keyHash;
    expect(of('a', 'bc')).not.toBe(of('ab', 'c'));
    expect(of('a","b', 'c')).not.toBe(of('a', 'b","c'));
  });

  test('says nothing of the key itself', () => {
    expect(keyed({ key: 'customer-1234' }).keyHash).toMatch(/^[\w-]{43}$/);
  });
});

describe('Which command it is', () => {
  test.each([
    { what: 'another order', other: { a: { c: true, d: [1, 2] }, b: 1 } },
    {
      what: 'other spacing',
      other: JSON.parse('{ "a": {"c":true, "d":[1,2]},\n"b":1.0 }') as unknown,
    },
  ])('is the same in $what', ({ other }) => {
    expect(keyed({ body: other }).commandHash).toBe(keyed().commandHash);
  });

  test.each([
    { what: 'a field more', other: { ...body, e: null } },
    { what: 'a field less', other: { a: body.a } },
    { what: 'another value', other: { ...body, b: 2 } },
    { what: 'another type', other: { ...body, b: '1' } },
    { what: 'a list in another order', other: { ...body, a: { d: [2, 1], c: true } } },
    { what: 'the names swapped', other: { a: body.b, b: body.a } },
    { what: 'no body', other: undefined },
    { what: 'an empty body', other: {} },
  ])('is another with $what', ({ other }) => {
    expect(keyed({ body: other }).commandHash).not.toBe(keyed().commandHash);
  });
});
