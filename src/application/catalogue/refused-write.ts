import type { PathFault } from './path-fault.js';

/** Of what a path names: it is not there, or another organisation's. */
export type UnknownResource = { readonly ok: false; readonly failure: 'not_found' };
/** `If-Match` names another version than it has. */
export type MovedResource = { readonly ok: false; readonly failure: 'version_mismatch' };
/** All that is wrong, in the order of the fields, rows in order. Never empty. */
export type InvalidFields = {
  readonly ok: false;
  readonly failure: 'invalid';
  readonly faults: readonly PathFault[];
};

/** There are as many as may be. */
export type FullResource = { readonly ok: false; readonly failure: 'full'; readonly most: number };

export const unknownResource: UnknownResource = { ok: false, failure: 'not_found' };
export const movedResource: MovedResource = { ok: false, failure: 'version_mismatch' };
