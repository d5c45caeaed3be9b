import type { PathFault, PathFaultCode } from '../../application/catalogue/path-fault.js';
import type {
  InvalidFields,
  MovedResource,
  UnknownResource,
} from '../../application/catalogue/refused-write.js';
import type { Refused } from '../core/endpoint.js';
import { failed } from '../core/failure.js';
import { resourceNotFound } from './problems/failures.js';
import type { SaidAlone, Violated } from './problems/violations.js';
import { violationsProblem } from './problems/violations-problem.js';

type Words = Readonly<Record<string, string>>;

const faultOf: Readonly<Record<PathFaultCode, SaidAlone>> = {
  not_found: { fault: 'not_found' },
  invalid: { fault: 'invalid' },
  duplicate: { fault: 'duplicate' },
  conflict: { fault: 'unchangeable' },
  range: { fault: 'out_of_range' },
};

/** How a write that was not done is answered, whatever was to be written; faults in the words of its body. */
export function refusedEdit(
  result: UnknownResource | MovedResource | InvalidFields,
  words: Words,
): Refused {
  switch (result.failure) {
    case 'not_found':
      return resourceNotFound;
    case 'version_mismatch':
      return failed('version_mismatch');
    case 'invalid':
      return invalidFields(result.faults, words);
  }
}

function invalidFields(faults: readonly PathFault[], words: Words): Refused {
  const [first, ...others] = faults.map(({ path, code, bounds }): Violated => ({
    name: propertyPathOf(path, words),
    ...faultOf[code],
    ...bounds,
  }));
  if (first === undefined) throw new TypeError('fields are invalid, and none is told');
  return violationsProblem([first, ...others]);
}

/** What a use case keeps together and a body does not. */
const left = new Set<string | number>(['billing']);

/** Example: `['tiers', 1, 'periodIds', 0]` is `memberships[1].pricePlans[0]`, or `tiers[1]…` where that was sent. */
function propertyPathOf(path: PathFault['path'], words: Words): string {
  return path
    .filter((it) => !left.has(it))
    .map((it, index) => {
      if (typeof it === 'number') return `[${String(it)}]`;
      return `${index === 0 ? '' : '.'}${words[it] ?? it}`;
    })
    .join('');
}
