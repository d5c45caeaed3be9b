import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Change } from '../../../../../src/domain/user-product/change.js';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import { changeLine } from '../../../../../src/pages/kit/subscription/change-line.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { buildPackage, sek } from '../../../../support/domain/build-package.js';
import { buildPending } from '../../../../support/domain/build-user-product.js';

const pack = buildPackage({ number: 10, name: 'Digital' });
const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [pack] });
const written = writtenIn('en', stockholm);
const effectiveAt = at('2026-12-01T00:00:00+01:00');
const lineOf = (state: Change['state'], packages = catalogue) =>
  changeLine({ target: buildPending(pack).target, state, effectiveAt } as Change, {
    written,
    catalogue: packages,
  });

test.each([
  ['created', 'Change to Digital ordered, for 1 December 2026'],
  ['applied', 'Changed to Digital on 1 December 2026'],
  ['cancelled', 'Change to Digital undone'],
  ['superseded', 'Change to Digital replaced by another'],
  ['failed', 'Change to Digital could not be made on 1 December 2026'],
] as const)('A change that is %s is one line', (state, line) => {
  expect(lineOf(state)).toBe(line);
});

test('A package that the catalogue has lost is named by its code', () => {
  const empty = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [] });
  expect(lineOf('applied', empty)).toBe('Changed to package_10 on 1 December 2026');
});
