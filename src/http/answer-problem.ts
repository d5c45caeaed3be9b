import type { ServerResponse } from 'node:http';
import { answerJson } from './answer-json.js';
import type { Problem } from './problem.js';

/** Answers a problem in the words of spec/payway-api.md §1. */
export function answerProblem(res: ServerResponse, problem: Problem): void {
  if (res.headersSent) return;
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  answerJson(res, problem.status, problem.body);
}
