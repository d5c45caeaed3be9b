import type { Operator } from '../../../src/domain/operators/operator.js';
import { newId } from '../stored/ids.js';

/** An operator who owns everything, but for what is given. */
export function buildOperator(edits: Partial<Operator> = {}): Operator {
  const id = edits.id ?? newId();
  return {
    id,
    name: 'An operator',
    email: `${id}@example.com`,
    identity: null,
    passkeys: [],
    memberships: [{ organisationId: '*', role: 'owner' }],
    disabled: false,
    version: 1,
    ...edits,
  };
}
