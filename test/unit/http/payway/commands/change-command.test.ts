import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import { toMeantBody } from '../../../../../src/http/core/checks/meant-body.js';
import type { BodyOf } from '../../../../../src/http/core/field-rule.js';
import {
  changeFields,
  toChangeCommand,
} from '../../../../../src/http/payway/commands/change-command.js';

const caller = {
  organisationId: '56e1741a6fc9365306000000',
  clientId: 'demo',
} as unknown as Caller;
const sent = {
  account_id: '56E1741A6FC9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'Adeprimo-Digital_1',
  target_period_id: '56e1741a6fc9365306000003',
};
const body = toMeantBody(changeFields, sent) as BodyOf<typeof changeFields>;

test('a body without a behaviour means the default one; ids are compared in lower case', () => {
  expect(toChangeCommand(body, caller)).toEqual({
    organisationId: '56e1741a6fc9365306000000',
    accountId: '56e1741a6fc9365306000001',
    userProductId: '56e1741a6fc9365306000002',
    packageCode: 'Adeprimo-Digital_1',
    periodId: '56e1741a6fc9365306000003',
    behaviour: 'default',
    requestedBy: 'demo',
  });
});

test.each([
  { sent: true, behaviour: 'default' },
  { sent: false, behaviour: 'explicit' },
])('default_behaviour $sent is $behaviour', ({ sent, behaviour }) => {
  expect(toChangeCommand({ ...body, default_behaviour: sent }, caller)).toMatchObject({
    behaviour,
  });
});

test.each([
  { user_product_id: 'x' },
  { target_period_id: 'monthly' },
  { user_product_id: '56e1741a6fc936530600000_' },
])('%o is no id, so there is no command', (change) => {
  expect(toChangeCommand({ ...body, ...change }, caller)).toBeNull();
});
