import { expect, test } from '@jest/globals';
import { makeSay } from '../../../../../src/pages/kit/words.js';
import { howToEnd } from '../../../../../src/pages/kit/subscription/how-to-end.js';
import { buildPackage } from '../../../../support/domain/build-package.js';

const say = makeSay('en');

test('What a customer may cancel is ended here, everything else by asking', () => {
  const pack = buildPackage({ number: 10 });
  expect(howToEnd(say, pack)).toMatch(/^You can cancel here at any time\./);
  const asked = /^Tell the support of your publisher\./;
  expect(howToEnd(say, { ...pack, customerCanCancel: false })).toMatch(asked);
  expect(howToEnd(say, undefined)).toMatch(asked);
});
