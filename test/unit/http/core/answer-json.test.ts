import { expect, test } from '@jest/globals';
import { answerJson, answerText } from '../../../../src/http/core/answer-json.js';
import { makeExchange } from '../../../support/http-exchange.js';

test('JSON is answered with its type and its length in bytes', () => {
  const { res, answered } = makeExchange();
  answerJson(res, 201, { name: 'å' });
  expect(answered()).toEqual({
    status: 201,
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': 13 },
    text: '{"name":"å"}',
  });
});

test('null is no body at all', () => {
  const { res, answered } = makeExchange();
  answerJson(res, 204, null);
  expect(answered()).toEqual({ status: 204, headers: {}, text: '' });
});

test('the first answer stays: what comes later is dropped', () => {
  const { res, answered } = makeExchange();
  answerText(res, 503, { text: '{}', mediaType: 'application/problem+json' });
  answerJson(res, 200, { done: true });
  expect(answered()).toMatchObject({
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
    text: '{}',
  });
});
