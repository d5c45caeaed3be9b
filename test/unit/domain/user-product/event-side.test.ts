import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { eventSideOf } from '../../../../src/domain/user-product/event-side.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100, rank: 10, name: 'Basic' });
const product = buildUserProduct(basic);
const catalogueOf = (...packages: (typeof basic)[]) =>
  makeCatalogue({ timeZone: utc, currency: sek, packages });

describe('one side of an event', () => {
  test('tells all of the user product but whose it is and how it ended', () => {
    const { endedBy, organisationId, accountId, ...told } = product;
    expect([endedBy, organisationId, accountId]).toHaveLength(3);
    expect(eventSideOf(product, catalogueOf(basic)).userProduct).toEqual(told);
  });

  test('tells the package as the catalogue has it', () => {
    expect(eventSideOf(product, catalogueOf(basic)).package).toEqual({
      id: basic.id,
      code: basic.code,
      kind: 'package',
      name: 'Basic',
      rank: 10,
    });
  });

  test('tells of a campaign the rank that it counts by', () => {
    const campaign = buildPackage({ number: 200, kind: 'campaign', basePackageCode: basic.code });
    const side = eventSideOf(buildUserProduct(campaign), catalogueOf(basic, campaign));
    expect(side.package).toMatchObject({ kind: 'campaign', rank: 10 });
  });

  test('tells of a package that is gone what the user product knows of it', () => {
    expect(eventSideOf(product, catalogueOf()).package).toEqual({
      id: basic.id,
      code: basic.code,
      kind: null,
      name: null,
      rank: null,
    });
  });
});
