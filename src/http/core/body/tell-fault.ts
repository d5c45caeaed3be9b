import type { z } from 'zod';
import type { FieldFault } from '../failure.js';

/** A fault without the name of what has it: its place in the body says that. */
export type FaultAlone = FieldFault extends infer Fault
  ? Fault extends FieldFault
    ? Omit<Fault, 'name'>
    : never
  : never;

/** Tells a fault that zod has no word for, of the value at hand or of what stands below it at that path. */
export function tellFault(
  context: z.RefinementCtx,
  fault: FaultAlone,
  path: readonly PropertyKey[] = [],
): void {
  context.addIssue({ code: 'custom', params: fault, path: [...path] });
}
