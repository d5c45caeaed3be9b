import { findDatabase } from '../composition/open-database.js';
import type { Config } from '../config/config.js';

/** The connection string of the database that is used; null where there is none to ask. */
export function tellDatabase(config: Config): Promise<string | null> {
  return findDatabase(config);
}
