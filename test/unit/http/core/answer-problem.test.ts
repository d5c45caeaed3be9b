import { expect, test } from '@jest/globals';
import { answerProblem } from '../../../../src/http/core/answer-problem.js';
import { makeProblem } from '../../../../src/http/core/problem.js';
import { makeExchange } from '../../../support/http-exchange.js';

const problem = makeProblem({
  status: 405,
  code: 'wrong_method',
  body: { code: 'wrong_method' },
  headers: { Allow: 'PUT' },
});

test('a problem is answered with its status, headers and body', () => {
  const { res, answered } = makeExchange();
  answerProblem(res, problem);
  expect(answered()).toMatchObject({
    status: 405,
    headers: { allow: 'PUT', 'content-type': 'application/json; charset=utf-8' },
    text: '{"code":"wrong_method"}',
  });
});

test('what is answered already keeps its headers', () => {
  const { res, answered } = makeExchange();
  res.end('done');
  answerProblem(res, problem);
  expect(answered()).toEqual({ status: 200, headers: {}, text: 'done' });
});
