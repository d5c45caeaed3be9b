import { describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const place = 'user_products.0.subscription_id';
const read = (draft: typeof fileDraft) => {
  const [row] = parsed(draft.text()).userProducts;
  return [row?.id, row?.subscriptionId];
};

describe('the subscription of a user product', () => {
  test('is named by its first one, whose id it is unless the file says otherwise', () => {
    expect(read(fileDraft)).toEqual([ids.userProduct, ids.userProduct]);
    expect(read(fileDraft.with(place, null))).toEqual([ids.userProduct, ids.userProduct]);
    expect(read(fileDraft.with(place, ids.package))).toEqual([ids.userProduct, ids.package]);
    const [derived, subscription] = read(fileDraft.without('user_products.0.id'));
    expect(subscription).toBe(derived);
  });

  test.each(['abc', `${ids.package}0`])('is no %j', (value) => {
    expect(faultsOf(fileDraft.with(place, value).text())).toEqual([
      'user_products[0].subscription_id: must be 24 hexadecimal characters',
    ]);
  });
});
