import type { Answered } from '../../src/application/commit/write-result.js';
import { buildRow } from './stored/build-row.js';

/** A write that ended in that user product without a commit of its own. */
export function answered(id: string): Answered {
  const own = id as Answered['id'];
  return { id: own, product: buildRow({ id: own }), written: null };
}
