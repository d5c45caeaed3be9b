import { expect, test } from '@jest/globals';
import { ZodType } from 'zod';
import { describedEndpoints, describedProductGroups } from '../../../support/api-document.js';

test('each has a name of its own, in both dialects together', () => {
  const names = [...describedEndpoints, ...describedProductGroups].map((it) => it.name);
  expect(new Set(names).size).toBe(names.length);
});

test('each write keeps its answer, and takes a body by a schema', () => {
  for (const { method, keeps, body } of describedProductGroups) {
    expect(keeps === undefined).toBe(method === 'get');
    if (method === 'post' || method === 'put') expect(body).toBeInstanceOf(ZodType);
  }
});
