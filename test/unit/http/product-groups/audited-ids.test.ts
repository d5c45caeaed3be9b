import { expect, test } from '@jest/globals';
import type { EndpointRequest } from '../../../../src/http/core/endpoint.js';
import { failed } from '../../../../src/http/core/failure.js';
import { productGroupsAuditOf } from '../../../../src/http/product-groups/audited-ids.js';

const [customer, item, made] = ['a', 'b', 'c'].map((it) => it.repeat(24)) as [
  string,
  string,
  string,
];
const request = (body: object, params = {}) => ({ body, params }) as unknown as EndpointRequest;

test('a request is told by whom and what it was about, and what its answer names', () => {
  const asked = request({ customer, subscriptionItem: item });
  const answer = { status: 201, body: { id: made, name: 'x' } };
  expect(productGroupsAuditOf(asked, answer)).toEqual({
    accountId: customer,
    userProductId: item,
    answeredId: made,
  });
});

test('a refusal, and what is kept, is told by its path, and nothing that is no id is told', () => {
  const asked = request({ customer: 'x\n' }, { id: made });
  expect(productGroupsAuditOf(asked, failed('version_mismatch'))).toEqual({ answeredId: made });
  const kept = { status: 200, text: '{}', isReplay: true };
  expect(productGroupsAuditOf(asked, kept)).toEqual({ answeredId: made });
  expect(productGroupsAuditOf(request({}), { status: 204, body: null })).toEqual({});
});
