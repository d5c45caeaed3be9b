import type { OperatorId } from '../../domain/ids.js';
import type { Operator } from '../../domain/operators/operator.js';

/** Operators. They belong to no organisation: their memberships say where they may do what. */
export type OperatorStore = {
  find(id: OperatorId): Promise<Operator | null>;
  findByEmail(email: string): Promise<Operator | null>;
  findByIdentity(identity: string): Promise<Operator | null>;
  /** All of them, in the order of their addresses. */
  list(): Promise<readonly Operator[]>;
  /** False: the id, the address or the identity is somebody's. */
  insert(operator: Operator): Promise<boolean>;
  /**
   * Makes it what is given, filtered by the version before. `moved`: somebody else wrote it, or it is gone; `taken`: the
   * address or the identity is another's.
   */
  replace(operator: Operator): Promise<'replaced' | 'moved' | 'taken'>;
};
