import { expect, test } from '@jest/globals';
import { announcesBody } from '../../../../../src/http/core/checks/announces-body.js';

test.each([
  [{}, false],
  [{ 'content-length': '0' }, false],
  [{ 'content-type': 'application/json' }, false],
  [{ 'content-length': '1' }, true],
  [{ 'transfer-encoding': 'chunked' }, true],
])('%o: a body comes: %s', (headers, announces) => {
  expect(announcesBody(headers)).toBe(announces);
});
