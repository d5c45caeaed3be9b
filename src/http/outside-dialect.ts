import type { Dialect } from './core/dialect.js';
import { paywayDialect } from './payway/dialect.js';

/** Whose words are spoken where no dialect is asked: at other addresses, and where a request cannot be read at all. */
export const outsideDialect: Dialect = paywayDialect;
