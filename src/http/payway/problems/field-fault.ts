import type { FaultyPart, FieldFault } from '../../core/failure.js';
import type { Fault } from './fault-problem.js';

const types = {
  boolean: 'true or false',
  integer: 'a whole number',
  string: 'a string',
  strings: 'a list of strings',
  object: 'an object',
  list: 'a list',
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
  blank: 'must not be empty',
  malformed: 'is not what it must be',
  duplicate: 'is there before',
} as const;

function whatIsWrong(fault: FieldFault): string {
  if (isToldByItsName(fault)) return sentences[fault.fault];
  if (isInside(fault)) return whatIsWrongInside(fault);
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

const insides = ['too_few_items', 'too_short', 'no_choice', 'conflict'] as const;

type Inside = Extract<FieldFault, { readonly fault: (typeof insides)[number] }>;

function isInside(fault: FieldFault): fault is Inside {
  return insides.some((it) => it === fault.fault);
}

/** Of a body that is more than a flat table of fields, which none of Payway's is. */
function whatIsWrongInside(fault: Inside): string {
  switch (fault.fault) {
    case 'too_few_items':
      return `must have at least ${String(fault.minItems)} items`;
    case 'too_short':
      return `must be at least ${String(fault.minLength)} characters`;
    case 'no_choice':
      return `must be one of ${fault.words.join(', ')}`;
    case 'conflict':
      return `excludes ${fault.with}`;
  }
}

type ToldByItsName = FieldFault & { readonly fault: keyof typeof sentences };

function isToldByItsName(fault: FieldFault): fault is ToldByItsName {
  return fault.fault in sentences;
}
