import { expect, test } from '@jest/globals';
import { ownOperations, ownTags, tokenPath } from '../../../../src/http/docs/own-operations.js';

test('what is served beside the dialects asks for no token, and is filed under what is described', () => {
  expect(ownOperations.map(({ path, method }) => `${method} ${path}`)).toEqual([
    `post ${tokenPath}`,
    'get /health/live',
    'get /health/ready',
  ]);
  expect(ownOperations.flatMap((it) => it.security)).toEqual([{}, { clientSecret: [] }]);
  expect(new Set(ownOperations.map((it) => it.tag))).toEqual(new Set(Object.keys(ownTags)));
});

test('no operation answers a status twice', () => {
  for (const { answers } of ownOperations) {
    const statuses = answers.map((it) => it.status);
    expect(new Set(statuses).size).toBe(statuses.length);
  }
});
