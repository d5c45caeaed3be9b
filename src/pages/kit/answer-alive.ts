import type { PageAnswer, Visit } from './page-route.js';

/**
 * How many seconds a visit lasts from now on. That it was asked for keeps the visit from ending for want of use, as any page
 * does (docs/spec/pages.md §15).
 */
export function answerAlive({
  visitor,
}: Visit<{ readonly secondsLeft: number }>): Promise<PageAnswer> {
  return Promise.resolve({
    answer: 'file',
    contentType: 'text/plain; charset=utf-8',
    bytes: String(visitor.secondsLeft),
  });
}
