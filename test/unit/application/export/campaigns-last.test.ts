import { expect, test } from '@jest/globals';
import { campaignsLast } from '../../../../src/application/export/campaigns-last.js';
import { buildPackage } from '../../../support/domain/build-package.js';

test('Campaigns come after what they may be campaigns of, each kind in its order', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map((number) =>
    buildPackage({ number, kind: number % 2 === 1 ? 'campaign' : 'package' }),
  );
  const all = [a, b, c, d].flatMap((it) => it ?? []);
  expect(campaignsLast(all).map((it) => it.code)).toEqual([b, d, a, c].map((it) => it?.code));
});
