import { type BodyPart, type Faulty, faultyAt, type Place } from './body-part.js';

/** A field of an object: what its value may be, and what is meant where it is left out. */
export type BodyField<Value> = {
  readonly isRequired: boolean;
  readonly printed: BodyPart<Value>['printed'];
  /** `sent` is undefined where the field is left out. */
  readonly read: (sent: unknown, place: Place) => Value | Faulty;
};

const absent = { fault: 'absent' } as const;
const blank = { fault: 'blank' } as const;

/** It must be there. Null is blank but where it may be null. */
export function must<Value>({ printed, read }: BodyPart<Value>): BodyField<Value> {
  return {
    isRequired: true,
    printed,
    read: (sent, place) => {
      if (sent === undefined) return faultyAt(place, absent);
      if (sent === null && !takesNull(printed)) return faultyAt(place, blank);
      return read(sent, place);
    },
  };
}

/** It may be left out: then nothing is said of it. */
export function may<Value>({ printed, read }: BodyPart<Value>): BodyField<Value | undefined> {
  return {
    isRequired: false,
    printed,
    read: (sent, place) => (sent === undefined ? undefined : read(sent, place)),
  };
}

/** Where it is left out, this is meant: whoever spells it out means the same. */
export function otherwise<Value>(
  { printed, read }: BodyPart<Value>,
  meant: Value,
): BodyField<Value> {
  return {
    isRequired: false,
    printed,
    read: (sent, place) => (sent === undefined ? meant : read(sent, place)),
  };
}

/** Taken, whatever it is, and not kept. */
export const unkept: BodyField<undefined> = {
  isRequired: false,
  printed: { description: 'Taken, and not kept' },
  read: () => undefined,
};

function takesNull({ anyOf }: BodyPart<unknown>['printed']): boolean {
  return Array.isArray(anyOf) && anyOf.some((it: { type?: unknown }) => it.type === 'null');
}
