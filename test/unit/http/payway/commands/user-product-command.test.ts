import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import {
  toCreateCommand,
  toEdits,
} from '../../../../../src/http/payway/commands/user-product-command.js';

const [organisationId, accountId, periodId] = ['a', 'b', 'c'].map((it) => it.repeat(24));
const caller = { organisationId, provisionService: 'tulo' } as unknown as Caller;
const sent = {
  account_id: String(accountId),
  package_code: 'p',
  subscription_type: 'limited',
  valid_from: '2016-10-02 13:00 +0100',
  valid_to: '2016-11-02T12:00:00Z',
} as const;

describe('A new user product', () => {
  test('is of the caller’s organisation and provision service', () => {
    expect(toCreateCommand(sent, caller, null)).toEqual({
      organisationId,
      accountId,
      packageCode: 'p',
      subscriptionType: 'limited',
      periodId: null,
      validFrom: Date.UTC(2016, 9, 2, 12),
      validTo: Date.UTC(2016, 10, 2, 12),
      provisionService: 'tulo',
      chosenId: null,
    });
  });

  test('takes the id that was chosen, and the period that is named', () => {
    const named = { ...sent, payment_period_id: String(periodId) };
    expect(toCreateCommand(named, caller, 'e')).toMatchObject({ periodId, chosenId: 'e' });
  });

  test('is nothing where an id cannot be one', () => {
    expect(toCreateCommand({ ...sent, account_id: 'no-id' }, caller, null)).toBeNull();
    expect(toCreateCommand({ ...sent, payment_period_id: 'no-id' }, caller, null)).toBeNull();
  });

  test.each(['valid_from', 'valid_to'])('names %s where there is no such day', (name) => {
    const unreal = { ...sent, [name]: '2026-02-30 13:00 +0100' };
    expect(toCreateCommand(unreal, caller, null)).toEqual({ unreal: name });
  });
});

describe('Edits', () => {
  const { account_id } = sent;
  const of = { account_id, product_id: 'c' };

  test('are what was sent, and nothing else', () => {
    expect(toEdits(of)).toEqual({});
    expect(
      toEdits({
        ...of,
        subscription_type: 'recurring',
        state: 'deactivated',
        valid_from: '2016-10-02 13:00:30 +0100',
        valid_to: '2016-11-02T12:00Z',
      }),
    ).toEqual({
      subscriptionType: 'recurring',
      state: 'deactivated',
      validFrom: Date.UTC(2016, 9, 2, 12, 0, 30),
      validTo: Date.UTC(2016, 10, 2, 12),
    });
  });

  test.each(['valid_from', 'valid_to'])('name %s where there is no such hour', (name) => {
    expect(toEdits({ ...of, [name]: '2026-02-20 25:00 +0100' })).toEqual({ unreal: name });
  });
});
