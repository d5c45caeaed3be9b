import { expect, test } from '@jest/globals';
import {
  makeNoIdentity,
  makeRequiredIdentity,
  makeRequiredScope,
} from '../../../../../src/http/core/checks/required-scope.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const calledBy = (caller: object) => makeExchange({ locals: { caller } });

test('a scope is held whole, or not at all', async () => {
  const check = makeRequiredScope('/a/w');
  expect(await passedOn(check, calledBy({ scopes: ['/b/r', '/a/w'] }))).toBeUndefined();
  const lacking = failed('insufficient_scope', { scope: '/a/w' });
  for (const scopes of [[], ['/a/'], ['/a/w '], ['/A/W'], ['/a/w/x'], ['/a/r']]) {
    expect(await passedOn(check, calledBy({ scopes }))).toEqual(lacking);
  }
});

test('an identity is an account that the token names', async () => {
  const check = makeRequiredIdentity();
  expect(await passedOn(check, calledBy({ accountId: 'a' }))).toBeUndefined();
  expect(await passedOn(check, calledBy({ accountId: null }))).toEqual(failed('identity_required'));
});

test('a token that names an account is let through only where it is asked for', async () => {
  const check = makeNoIdentity();
  const identity = calledBy({ accountId: 'a', scopes: ['/a/w'] });
  expect(await passedOn(check, identity)).toEqual(failed('identity_not_allowed'));
  expect(await passedOn(check, calledBy({ accountId: null }))).toBeUndefined();
});
