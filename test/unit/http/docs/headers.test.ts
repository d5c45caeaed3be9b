import { expect, test } from '@jest/globals';
import { answerHeaders, requestHeaders } from '../../../../src/http/docs/headers.js';

test('every header says what it is for, and what it may hold', () => {
  for (const header of [...Object.values(answerHeaders), ...Object.values(requestHeaders)]) {
    expect(header).toMatchObject({ description: expect.any(String), schema: expect.any(Object) });
  }
});

test('a header of requests goes by its own name', () => {
  for (const [name, header] of Object.entries(requestHeaders)) {
    expect(header).toMatchObject({ name, in: 'header' });
  }
});
