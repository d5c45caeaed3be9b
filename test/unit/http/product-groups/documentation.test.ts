import { expect, test } from '@jest/globals';
import { ZodType } from 'zod';
import { readBody } from '../../../../src/http/core/body/read-body.js';
import { productGroupsDocumentation } from '../../../../src/http/product-groups/documentation.js';
import { describedProductGroups } from '../../../support/api-document.js';

const { tags, scopes } = productGroupsDocumentation;

test('every tag and every permission of an endpoint has a sentence, and no other has one', () => {
  expect(new Set(describedProductGroups.map((it) => it.tag))).toEqual(new Set(Object.keys(tags)));
  expect(new Set(describedProductGroups.map((it) => it.scope))).toEqual(
    new Set(Object.keys(scopes)),
  );
  for (const sentence of [...Object.values(tags), ...Object.values(scopes)]) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test.each(describedProductGroups)('$name has a summary of a few words and a description', (it) => {
  expect(it.summary).toMatch(/^[A-Z][^.]{3,60}$/);
  expect(it.description).toMatch(/^[A-Z][^]*\.$/);
});

test.each(describedProductGroups.filter((it) => it.example !== undefined))(
  '$name takes the body that it shows as an example',
  ({ body, example }) => {
    expect(body).toBeInstanceOf(ZodType);
    expect(readBody(body as ZodType, example)).toHaveProperty('value');
  },
);
