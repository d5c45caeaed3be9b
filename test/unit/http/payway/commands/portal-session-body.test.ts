import { describe, expect, test } from '@jest/globals';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
import type { AccountId, OrganisationId } from '../../../../../src/domain/ids.js';
import {
  ownPortalSessionBody,
  portalSessionBody,
  toPortalSessionCommand,
} from '../../../../../src/http/payway/commands/portal-session-body.js';
import { idOf } from '../../../../support/domain/id-of.js';

const [accountId, userProductId] = ['a'.repeat(24), 'b'.repeat(24)];
const return_url = 'https://a.test/account';
const bare = { account_id: accountId, return_url };

const faultsOf = (sent: object) => {
  const read = readBody(portalSessionBody, { ...bare, ...sent });
  return 'faults' in read ? read.faults : [];
};
const meant = (sent: object) => {
  const read = readBody(portalSessionBody, { ...bare, ...sent });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.value;
};

describe('What a portal session is asked means', () => {
  test('five minutes of a redirect and no more, where nothing is said', () => {
    expect(meant({})).toEqual({
      account_id: accountId,
      return_url,
      delivery: 'redirect',
      expires_in_minutes: 5,
      offer: null,
    });
    expect(meant({ delivery: 'message' })).toMatchObject({ expires_in_minutes: 60 });
  });

  test('the same in whatever spelling', () => {
    expect(meant({ account_id: accountId.toUpperCase() })).toEqual(meant({}));
    expect(meant({ return_url: 'HTTPS://A.test:443/account' })).toEqual(meant({}));
    expect(meant({ offer: ['b', 'a'] })).toEqual(meant({ offer: ['a', 'b'] }));
  });

  test('a command of that account', () => {
    const flow = {
      type: 'change_confirm',
      user_product_id: userProductId.toUpperCase(),
      tier: 'C'.repeat(24),
      price_plan: 'd'.repeat(24),
    };
    const read = readBody(ownPortalSessionBody, {
      return_url,
      locale: 'sv-SE',
      flow,
      offer: ['a'],
    });
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    const owner = { organisationId: idOf<OrganisationId>(1), accountId: idOf<AccountId>(2) };
    expect(toPortalSessionCommand(read.value, owner, null)).toEqual({
      ...owner,
      returnUrl: return_url,
      locale: 'sv-SE',
      delivery: 'redirect',
      expiresInMinutes: 5,
      offer: ['a'],
      flow: {
        type: 'change_confirm',
        userProductId,
        target: {
          ...{ packageCode: null, targetPeriodId: null },
          ...{ tier: 'c'.repeat(24), pricePlan: 'd'.repeat(24) },
        },
      },
      chosenId: null,
    });
    const { value } = readBody(ownPortalSessionBody, {
      return_url,
      flow: { type: 'pending', user_product_id: userProductId },
    }) as { value: typeof read.value };
    const command = toPortalSessionCommand(value, owner, 'e'.repeat(24));
    expect(command).toMatchObject({ chosenId: 'e'.repeat(24), flow: { target: null } });
  });
});

describe('Of a portal session is refused', () => {
  const flow = (given: object) => ({
    flow: { type: 'change', user_product_id: userProductId, ...given },
  });
  const life = (minimum: number, maximum: number) => [
    { name: 'expires_in_minutes', fault: 'out_of_range', minimum, maximum },
  ];

  test.each<[object, readonly object[]]>([
    [{ account_id: undefined }, [{ name: 'account_id', fault: 'absent' }]],
    [{ account_id: null }, [{ name: 'account_id', fault: 'blank' }]],
    [{ account_id: 'x' }, [{ name: 'account_id', fault: 'malformed' }]],
    [{ account_id: { $ne: 1 } }, [{ name: 'account_id', fault: 'wrong_type', type: 'string' }]],
    [{ return_url: undefined }, [{ name: 'return_url', fault: 'absent' }]],
    [{ return_url: '' }, [{ name: 'return_url', fault: 'blank' }]],
    [
      { return_url: 'a'.repeat(2_001) },
      [{ name: 'return_url', fault: 'too_long', maxLength: 2_000 }],
    ],
    [{ return_url: 'https://a.test/\n' }, [{ name: 'return_url', fault: 'malformed' }]],
    [{ locale: 'svenska?' }, [{ name: 'locale', fault: 'malformed' }]],
    [{ locale: 's' }, [{ name: 'locale', fault: 'too_short', minLength: 2 }]],
    [
      { delivery: 'mail' },
      [{ name: 'delivery', fault: 'no_choice', words: ['redirect', 'message'] }],
    ],
    [
      { expires_in_minutes: '5' },
      [{ name: 'expires_in_minutes', fault: 'wrong_type', type: 'integer' }],
    ],
    [
      { expires_in_minutes: 1.5 },
      [{ name: 'expires_in_minutes', fault: 'wrong_type', type: 'integer' }],
    ],
    [{ expires_in_minutes: 0 }, life(1, 1_440)],
    [{ expires_in_minutes: 16 }, life(1, 15)],
    [{ delivery: 'message', expires_in_minutes: 4 }, life(5, 1_440)],
    [{ delivery: 'message', expires_in_minutes: 1_441 }, life(1, 1_440)],
    [{ offer: [] }, [{ name: 'offer', fault: 'too_few_items', minItems: 1 }]],
    [
      { offer: Array.from({ length: 51 }, (_, n) => `c${String(n)}`) },
      [{ name: 'offer', fault: 'too_many_items', maxItems: 50 }],
    ],
    [{ offer: ['a', 'a'] }, [{ name: 'offer[1]', fault: 'duplicate' }]],
    [{ offer: ['a b'] }, [{ name: 'offer[0]', fault: 'malformed' }]],
    [{ offer: ['a'.repeat(51)] }, [{ name: 'offer[0]', fault: 'too_long', maxLength: 50 }]],
    [
      { flow: {} },
      [
        { name: 'flow.type', fault: 'absent' },
        { name: 'flow.user_product_id', fault: 'absent' },
      ],
    ],
    [
      flow({ type: 'leave' }),
      [
        {
          name: 'flow.type',
          fault: 'no_choice',
          words: ['change', 'change_confirm', 'cancel', 'pending'],
        },
      ],
    ],
    [flow({ user_product_id: 'x' }), [{ name: 'flow.user_product_id', fault: 'malformed' }]],
    [flow({ other: 1 }), [{ name: 'flow.other', fault: 'unknown' }]],
    [flow({ type: 'change_confirm' }), [{ name: 'flow.package_code', fault: 'absent' }]],
    [flow({ target_period_id: userProductId }), [{ name: 'flow.package_code', fault: 'absent' }]],
    [flow({ price_plan: userProductId }), [{ name: 'flow.tier', fault: 'absent' }]],
    [
      flow({ package_code: 'a', tier: userProductId }),
      [{ name: 'flow.tier', fault: 'conflict', with: 'flow.package_code' }],
    ],
    [
      flow({ type: 'cancel', package_code: 'a' }),
      [{ name: 'flow.package_code', fault: 'conflict', with: 'flow.type' }],
    ],
    [{ secret: 1 }, [{ name: 'secret', fault: 'unknown' }]],
  ])('%j', (sent, faults) => {
    expect(faultsOf(sent)).toEqual(faults);
  });

  test('nothing of what its bounds allow', () => {
    for (const sent of [
      { expires_in_minutes: 1 },
      { expires_in_minutes: 15 },
      { delivery: 'message', expires_in_minutes: 5 },
      { delivery: 'message', expires_in_minutes: 1_440 },
      flow({}),
      flow({ package_code: 'a' }),
      flow({ type: 'change_confirm', tier: userProductId }),
      flow({ type: 'cancel' }),
    ]) {
      expect(faultsOf(sent)).toEqual([]);
    }
  });
});
