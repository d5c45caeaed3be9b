import { expect, test } from '@jest/globals';
import {
  productShape,
  toProductItem,
} from '../../../../../src/http/product-groups/shapes/product-shape.js';
import { at } from '../../../../support/domain/at.js';
import { starter } from './group-example.js';

test('a product is a package by its name, its code and how often it was edited', () => {
  const createdAt = at('2026-04-01T00:00:00Z');
  const revision = { version: 1, createdAt, updatedAt: createdAt };
  const printed = toProductItem({ package: { ...starter, archived: true }, revision });
  expect(printed).toEqual({
    id: starter.id,
    name: 'Starter',
    number: 'starter',
    type: 'product',
    isArchived: true,
    version: 1,
    createdAt: '2026-04-01T00:00:00+00:00',
    updatedAt: '2026-04-01T00:00:00+00:00',
  });
  expect(productShape.safeParse(printed).error).toBeUndefined();
});
