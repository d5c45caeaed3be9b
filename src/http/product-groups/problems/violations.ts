import type { FieldFault } from '../../core/failure.js';

/** What a client reads of one field; `code` tells it from others of the same field. */
export type Violation = {
  readonly propertyPath: string;
  readonly message: string;
  readonly code: string;
};

/** The documented code of what is blank or missing; the others are words (docs/spec/product-groups-api.md §1). */
const blankCode = 'c1051bb4-d103-4f74-8988-acbcafc7fdc3';

const types = {
  boolean: 'true or false',
  integer: 'a whole number',
  string: 'a string',
  strings: 'a list of strings',
  object: 'an object',
  list: 'a list',
} as const;

/** What is said where the fault alone says it all. */
const constant = {
  absent: { code: blankCode, message: 'This value should not be blank.' },
  blank: { code: blankCode, message: 'This value should not be blank.' },
  malformed: { code: 'invalid', message: 'This value is not valid.' },
  invalid: { code: 'invalid', message: 'This cannot be used here.' },
  not_found: { code: 'not_found', message: 'There is no such resource.' },
  duplicate: { code: 'duplicate', message: 'This value is already used.' },
  unknown: { code: 'unexpected', message: 'This field was not expected.' },
  unchangeable: { code: 'conflict', message: 'This value cannot be changed.' },
  repeated: { code: 'duplicate', message: 'This field is there twice, or holds a name twice.' },
  undecodable: { code: 'invalid', message: 'This value is no text in UTF-8.' },
  not_printable: { code: 'invalid', message: 'This value should be printable ASCII characters.' },
  no_entity_tag: {
    code: 'invalid',
    message: 'This value should be a version in quotes, as in "3".',
  },
} as const;

/** What its fault alone says, and what is out of bounds that are nobody's to know. */
export type SaidAlone = Constant | { readonly fault: 'out_of_range' };

type Constant = { readonly fault: keyof typeof constant };
type Measured = Exclude<FieldFault, Constant>;

/** What can be wrong with a field: by its form, or beside what is stored. */
export type Violated = { readonly name: string } & (SaidAlone | OutOfRange | Measured);

/** Beside what is stored there may be bounds that no form knows. */
type OutOfRange = { readonly fault: 'out_of_range' } & Partial<
  Record<'minimum' | 'maximum', number>
>;

/** Names come from the client, as long as it likes. */
const longestPath = 100;

function shortened(path: string): string {
  if (path.length <= longestPath) return path;
  // Not half of a character.
  return `${path.slice(0, longestPath).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The violation of that fault. */
export function violationOf(fault: Violated): Violation {
  const propertyPath = shortened(fault.name);
  if (isConstant(fault)) return { propertyPath, ...constant[fault.fault] };
  return { propertyPath, ...measuredBy(fault) };
}

function isConstant(fault: Violated): fault is { readonly name: string } & Constant {
  return fault.fault in constant;
}

const plural = (count: number, one: string) => `${String(count)} ${one}${count === 1 ? '' : 's'}`;

function measuredBy(fault: Measured | ({ readonly name: string } & OutOfRange)) {
  switch (fault.fault) {
    case 'wrong_type':
      return { code: 'type', message: `This value should be ${types[fault.type]}.` };
    case 'out_of_range':
      return { code: 'range', message: `This value should be ${rangeOf(fault)}.` };
    case 'too_many_items': {
      const most = plural(fault.maxItems, 'element');
      return { code: 'too_many', message: `This collection should contain ${most} or less.` };
    }
    case 'too_few_items': {
      const least = plural(fault.minItems, 'element');
      return { code: 'too_few', message: `This collection should contain ${least} or more.` };
    }
    case 'too_long': {
      const most = plural(fault.maxLength, 'character');
      return {
        code: 'too_long',
        message: `This value is too long. It should have ${most} or less.`,
      };
    }
    case 'too_short': {
      const least = plural(fault.minLength, 'character');
      return {
        code: 'too_short',
        message: `This value is too short. It should have ${least} or more.`,
      };
    }
    case 'wrong_format':
      return { code: 'invalid', message: `This value should be ${fault.printedPattern}.` };
    case 'no_choice':
      return { code: 'choice', message: `This value should be one of ${fault.words.join(', ')}.` };
    case 'conflict':
      return { code: 'conflict', message: `This field excludes ${fault.with}.` };
  }
}

function rangeOf({ minimum, maximum }: OutOfRange): string {
  if (minimum === undefined && maximum === undefined) return 'within its range';
  if (maximum === undefined) return `at least ${String(minimum)}`;
  if (minimum === undefined) return `at most ${String(maximum)}`;
  return `between ${String(minimum)} and ${String(maximum)}`;
}
