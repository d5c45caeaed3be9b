import { AGGREGATE } from './aggregate.js';
import { withGenericFields } from './check-fields.js';
import { COLLECTION_COMMANDS } from './collections.js';
import type { Command } from './command.js';
import { COUNT_COMMANDS } from './count-and-distinct.js';
import { CURSOR_COMMANDS } from './cursor-reply.js';
import { DELETE } from './delete.js';
import { EXPLAIN } from './explain.js';
import { FIND_AND_MODIFY } from './find-and-modify.js';
import { FIND } from './find.js';
import { HANDSHAKE_COMMANDS } from './handshake.js';
import { INDEX_COMMANDS } from './indexes.js';
import { INSERT } from './insert.js';
import { SASL_COMMANDS } from './sasl.js';
import { UPDATE } from './update.js';

const OWN_FIELDS: Readonly<Record<string, Command>> = {
  ...HANDSHAKE_COMMANDS,
  ...SASL_COMMANDS,
  ...CURSOR_COMMANDS,
  ...COUNT_COMMANDS,
  ...COLLECTION_COMMANDS,
  ...INDEX_COMMANDS,
  find: FIND,
  insert: INSERT,
  update: UPDATE,
  delete: DELETE,
  findAndModify: FIND_AND_MODIFY,
  aggregate: AGGREGATE,
  explain: EXPLAIN,
};

/** Every command there is, with the fields it may carry; a name that is not here is CommandNotFound. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries(OWN_FIELDS).map(([name, { fields, run }]) => [
    name,
    { fields: withGenericFields(name, fields), run },
  ]),
);
