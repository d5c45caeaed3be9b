import type { Dialect } from '../core/dialect.js';
import { auditOf } from './audit-of.js';
import { paywayProblems } from './problems/failures.js';

/** Payway's way of saying what all APIs have in common (docs/spec/payway-api.md §1). */
export const paywayDialect: Dialect = {
  roots: ['external'],
  problems: paywayProblems,
  keptAnswer: (id, { answer: { status } }) => ({ status, body: JSON.stringify({ id }) }),
  auditOf,
};
