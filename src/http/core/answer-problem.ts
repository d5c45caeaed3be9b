import type { ServerResponse } from 'node:http';
import { answerText } from './answer-json.js';
import type { Problem } from './problem.js';

/** Answers a problem as its dialect words it. */
export function answerProblem(res: ServerResponse, problem: Problem): void {
  if (res.headersSent) return;
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  answerText(res, problem.status, {
    text: JSON.stringify(problem.body),
    mediaType: problem.mediaType,
  });
}
