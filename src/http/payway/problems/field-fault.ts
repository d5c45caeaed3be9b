import type { FaultyPart, FieldFault } from '../../core/failure.js';
import type { Fault } from './fault-problem.js';

const types = {
  boolean: 'true or false',
  integer: 'a whole number',
  string: 'a string',
  strings: 'a list of strings',
} as const;

/** What is wrong with a field, a parameter or a header (docs/spec/payway-api.md §1). */
export function toFault(part: FaultyPart, fault: FieldFault): Fault {
  const subject = part === 'headers' ? 'Header' : 'Parameter';
  const [field, message] = [fault.name, `${subject} ${whatIsWrong(fault)}`];
  return fault.fault === 'unknown'
    ? { code: 'unknown_parameter', field, message }
    : { code: 'invalid_parameter', field, message };
}

function whatIsWrong(fault: FieldFault): string {
  switch (fault.fault) {
    case 'unknown':
      return 'is not known';
    case 'absent':
      return 'is required';
    case 'wrong_type':
      return `must be ${types[fault.type]}`;
    case 'out_of_range':
      return `must be from ${String(fault.minimum)} to ${String(fault.maximum)}`;
    case 'too_many_items':
      return `must have at most ${String(fault.maxItems)} items`;
    case 'too_long':
      return `must be at most ${String(fault.maxLength)} characters`;
    case 'wrong_format':
      return `must match format (${fault.printedPattern})`;
    case 'not_printable':
      return 'must be printable ASCII characters';
    case 'no_entity_tag':
      return 'must be a version in quotes, as in "3"';
  }
}
