/** A value that a field refuses, and the code that it is told with. */
export type FaultyValue = readonly [what: string, sent: unknown, code: string];

export const blank = 'c1051bb4-d103-4f74-8988-acbcafc7fdc3';
/** The field is not sent at all. */
export const leftOut = Symbol('left out');

const strange: readonly unknown[] = [{ $gt: '' }, { $ne: null }, [], [['a']]];
export const ofWrongType = (...values: readonly unknown[]): readonly FaultyValue[] =>
  [...values, ...strange].map((it) => [JSON.stringify(it), it, 'type']);
export const whereRequired: readonly FaultyValue[] = [
  ['left out', leftOut, blank],
  ['null', null, blank],
];
export const whereNoNull: readonly FaultyValue[] = [['null', null, 'type']];
export const asText = (least: number, most: number): readonly FaultyValue[] => [
  ['empty', '', blank],
  ['too long', 'x'.repeat(most + 1), 'too_long'],
  ['much too long', 'x'.repeat(60_000), 'too_long'],
  ['of a control character', `${'x'.repeat(least)}\n`, 'invalid'],
  ['of half a character', `${'x'.repeat(least)}\ud800`, 'invalid'],
  ...(least > 1 ? [['too short', 'x'.repeat(least - 1), 'too_short'] as const] : []),
  ...ofWrongType(5, true),
];
export const asWhole = (least: number, most: number): readonly FaultyValue[] => [
  ['too small', least - 1, 'range'],
  ['too large', most + 1, 'range'],
  ['huge', 1e300, 'range'],
  ...ofWrongType('1', 1.5, true),
];
export const asFlag: readonly FaultyValue[] = ofWrongType('true', 1, 0);
export const asWord: readonly FaultyValue[] = [
  ['of no known word', 'other', 'choice'],
  ...ofWrongType(1, true),
];
/** `otherIri` is one of another sort of thing. */
export const asReference = (otherIri: string): readonly FaultyValue[] => [
  ['empty', '', blank],
  ...['starter-uuid', '{itemId}', otherIri, 5, true, [], {}, { $gt: '' }, { id: 5 }].map(
    (it): FaultyValue => [JSON.stringify(it), it, 'invalid'],
  ),
];
