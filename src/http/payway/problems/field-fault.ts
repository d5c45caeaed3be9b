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

/** What says all there is to say. */
const sentences = {
  unknown: 'is not known',
  absent: 'is required',
  repeated: 'is there twice, or holds a name twice',
  undecodable: 'must be text in UTF-8',
  not_printable: 'must be printable ASCII characters',
  no_entity_tag: 'must be a version in quotes, as in "3"',
} as const;

function whatIsWrong(fault: FieldFault): string {
  if (isToldByItsName(fault)) return sentences[fault.fault];
  switch (fault.fault) {
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
  }
}

type ToldByItsName = FieldFault & { readonly fault: keyof typeof sentences };

function isToldByItsName(fault: FieldFault): fault is ToldByItsName {
  return fault.fault in sentences;
}
