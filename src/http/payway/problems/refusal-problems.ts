import type {
  PaywayRefusal,
  PaywayRefusalReason,
} from '../../../domain/change/payway/payway-refusal.js';
import type { WriteRefusal } from '../../../domain/user-product/refusal.js';
import type { Problem } from '../../core/problem.js';
import { changeRefusalCodes } from './change-refusals.js';
import { type Fault, makeFaultProblem } from './fault-problem.js';
import { writeRefusalCodes } from './write-refusals.js';

const rules = { ...changeRefusalCodes, ...writeRefusalCodes };

/** Why a change may be refused, for its description. */
export const refusalReasons = Object.keys(changeRefusalCodes) as readonly PaywayRefusalReason[];

/** 409: the first refusal, and all of them where there are more (docs/spec/payway-api.md §3, §5). */
export function refusalProblem([first, ...others]: readonly [
  PaywayRefusal | WriteRefusal,
  ...(PaywayRefusal | WriteRefusal)[],
]): Problem {
  return makeFaultProblem([toFault(first), ...others.map(toFault)]);
}

function toFault({ reason }: PaywayRefusal | WriteRefusal): Fault {
  return { code: reason, message: rules[reason].message };
}

/** The message of a requirement, for a preview that lists what refuses. */
export function refusalMessage(reason: PaywayRefusalReason): string {
  return changeRefusalCodes[reason].message;
}

/** 409: a rule with no more than one refusal to tell. */
export function refusedBy(code: keyof typeof writeRefusalCodes): Problem {
  return makeFaultProblem([{ code, message: writeRefusalCodes[code].message }]);
}
