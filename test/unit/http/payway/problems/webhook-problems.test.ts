import { expect, test } from '@jest/globals';
import { urlProblem } from '../../../../../src/http/payway/problems/webhook-problems.js';

test.each([
  ['url_too_long', 'url', 'Parameter must be at most 2048 characters'],
  ['url_malformed', 'url', 'Parameter must be a web address'],
  ['url_not_https', 'url', 'Parameter must begin with https://'],
  ['url_with_credentials', 'url', 'Parameter must hold no user name and no password'],
  ['host_not_found', 'url', 'The host of the address could not be found'],
  ['address_not_allowed', 'url', 'The host of the address is not on the public internet'],
  ['unknown_event_type', 'types', 'Parameter must be a web address'],
] as const)('%s is a fault of %s', (fault, field, message) => {
  const { status, body } = urlProblem(fault);
  expect([status, body]).toEqual([400, { code: 'invalid_parameter', field, message }]);
});
