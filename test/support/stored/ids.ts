import { randomBytes } from 'node:crypto';
import { toId } from '../../../src/domain/ids.js';

/** An id that no other test has. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function newId<T extends ReturnType<typeof toId>>(): T {
  return toId<T>(randomBytes(12).toString('hex'));
}
