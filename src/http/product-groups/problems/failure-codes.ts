import type { ErrorMeaning } from '../../core/error-meaning.js';
import { itemRefusals } from './item-refusals.js';
import { otherRefusals } from './other-refusals.js';
import { sharedFailures } from './shared-failures.js';

/** Every refusal by the rules, with its sentence. */
export const ruleRows = { ...itemRefusals, ...otherRefusals };

export type RuleCode = keyof typeof ruleRows;

const codes = { ...sharedFailures, ...ruleRows };

/** Any code that a problem of this dialect may carry; one that is not documented does not compile. */
export type FailureCode = keyof typeof codes;

export const failureCodes: Readonly<Record<FailureCode, ErrorMeaning>> = codes;
