import type { ErrorMeaning } from '../../core/error-meaning.js';

/** How a refusal by the rules is answered, and what docs/errors.md says of it: `meaning` is the rule that has to hold. */
export type RefusalRow = ErrorMeaning & { readonly message: string };

/** A rule, and what to do where it does not hold. Refusals by the rules are 409 (docs/spec/payway-api.md §3, §5). */
export function rule<const Row extends Omit<RefusalRow, 'status'>>(row: Row) {
  return { status: 409, ...row } as const;
}
