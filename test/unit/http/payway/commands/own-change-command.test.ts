import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import { toMeantBody } from '../../../../../src/http/core/checks/meant-body.js';
import type { BodyOf } from '../../../../../src/http/core/field-rule.js';
import {
  ownChangeFields,
  toOwnChangeCommand,
} from '../../../../../src/http/payway/commands/own-change-command.js';

const [organisationId, accountId, id, periodId] = ['a', 'b', 'c', 'd'].map((it) => it.repeat(24));
const caller = { organisationId, accountId, clientId: 'demo' } as unknown as Caller;
const body = toMeantBody(ownChangeFields, { id, package_code: 'p' }) as BodyOf<
  typeof ownChangeFields
>;

test('the account is the token’s; without a period the default one is meant', () => {
  expect(toOwnChangeCommand(body, caller)).toEqual({
    organisationId,
    accountId,
    userProductId: id,
    packageCode: 'p',
    periodId: null,
    behaviour: 'default',
    requestedBy: 'demo',
  });
});

test('an explicit change names its period', () => {
  const explicit = { ...body, target_period_id: String(periodId), default_behaviour: false };
  expect(toOwnChangeCommand(explicit, caller)).toMatchObject({ periodId, behaviour: 'explicit' });
});

test('what cannot be an id names nothing', () => {
  expect(toOwnChangeCommand({ ...body, id: 'no-id' }, caller)).toBeNull();
  expect(toOwnChangeCommand({ ...body, target_period_id: 'no-id' }, caller)).toBeNull();
  expect(toOwnChangeCommand(body, { ...caller, accountId: null })).toBeNull();
});
