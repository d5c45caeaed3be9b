import fc from 'fast-check';
import type { FieldRule } from '../../src/http/core/field-rule.js';
import type { PaywayDescription } from '../../src/http/payway/description.js';

/** Values that mean something to the organisation asked, for fields of that name or by that ending. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** A request to an endpoint: mostly as it is described, sometimes bent. */
export type GeneratedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

type Fields = Readonly<Record<string, unknown>>;

const deep = (levels: number, end: string): string => '{"a":'.repeat(levels) + end;

/** What no field is meant to hold. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, '', ' ', '\0', '\n', '\ud800'),
  fc.constantFrom<unknown>({ $gt: '' }, { $ne: null }, { $where: '1' }, [], [null], {}, [['a']]),
  fc.constantFrom('$where', '__proto__', 'constructor', '../..', '%00', 'a.b', '😀', 'ǆ'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 25, max: 30_000 }).map((length) => 'a'.repeat(length)),
  fc.jsonValue({ maxDepth: 4 }),
);

/** The usual one in three of four. */
function seldom<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

function knownTo(known: Known, name: string): readonly string[] {
  const [, ending = ''] = /_([a-z]+)$/.exec(name) ?? [];
  return known[name] ?? known[ending] ?? [];
}

/** Texts of that form; anchors and classes are all that our patterns use. */
function textOf(rule: FieldRule & { readonly type: 'string' | 'strings' }): fc.Arbitrary<string> {
  const { pattern, maxLength } = rule;
  return fc
    .stringMatching(new RegExp(pattern.source), { size: 'small' })
    .map((it) => it.slice(0, maxLength))
    .filter((it) => pattern.test(it));
}

/** A value that the rule lets through; one that is known, where there are any, rather than any. */
function takenBy(rule: FieldRule, known: Known): fc.Arbitrary<unknown> {
  switch (rule.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: rule.minimum, max: rule.maximum });
    case 'strings':
      return fc.array(textOf(rule), { maxLength: Math.min(rule.maxItems, 3) });
    case 'string': {
      const values = knownTo(known, rule.name);
      return values.length === 0 ? textOf(rule) : fc.constantFrom(...values);
    }
  }
}

/** Fields as described: required ones always, each other one in one of four. */
function described(rules: readonly FieldRule[], known: Known): fc.Arbitrary<Fields> {
  const model = rules.map((rule) => {
    const value = takenBy(rule, known);
    return [rule.name, rule.required ? value : seldom(undefined, value)] as const;
  });
  return fc.record(Object.fromEntries<fc.Arbitrary<unknown>>(model)).map(withoutAbsent);
}

function withoutAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, it]) => it !== undefined));
}

/** The same with a field or two that are not: of another value, missing, or not known. */
function bent(rules: readonly FieldRule[], known: Known): fc.Arbitrary<Fields> {
  const names = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      '$where',
      'account_id ',
      ...rules.map((it) => it.name),
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const changes = fc.array(fc.tuple(names, fc.option(odd, { freq: 4, nil: undefined })), {
    minLength: 1,
    maxLength: 2,
  });
  return fc
    .tuple(described(rules, known), changes)
    .map(([fields, others]) =>
      withoutAbsent(Object.fromEntries([...Object.entries(fields), ...others])),
    );
}

function fieldsOf(rules: readonly FieldRule[], known: Known): fc.Arbitrary<Fields> {
  return fc.oneof(
    { weight: 4, arbitrary: described(rules, known) },
    { weight: 2, arbitrary: bent(rules, known) },
  );
}

function bodyOf(rules: readonly FieldRule[], known: Known): fc.Arbitrary<string> {
  const noObject = fc.oneof(
    fc.constantFrom('', '[]', 'null', '{', '"a"', '1', deep(15_000, ''), deep(9_000, '1')),
    fc.constant(deep(9_000, '1') + '}'.repeat(9_000)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  return fc.oneof(
    { weight: 12, arbitrary: fieldsOf(rules, known).map((fields) => JSON.stringify(fields)) },
    { weight: 1, arbitrary: noObject },
  );
}

function queryOf(rules: readonly FieldRule[], known: Known): fc.Arbitrary<string> {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const pairs = fieldsOf(rules, known).map((fields) =>
    Object.entries(fields)
      .map(([name, it]) => `${encode(name)}=${encode(text(it).slice(0, 2_000))}`)
      .join('&'),
  );
  const tail = seldom(
    '',
    fc.constantFrom('&', '&&=', '&%', '&%zz=%', '&id=1&id=2', '&a[b]=c', '?'),
  );
  return fc.tuple(pairs, tail).map(([first, last]) => `?${first}${last}`);
}

/** Half of a surrogate pair cannot be encoded; it becomes U+FFFD. */
const encode = (it: string): string => encodeURIComponent(Buffer.from(it).toString());

function pathOf(path: string, known: Known): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const value = (name: string) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(known[name] ?? known.id ?? [])) },
      { weight: 1, arbitrary: fc.constantFrom('x', '%00', '%0a', '%', '%2e%2e', '$gt', '%7b%7d') },
    );
  const values = fc.record(Object.fromEntries(names.map((name) => [name, value(name)])));
  return values.map((given) => path.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? ''));
}

const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    'idempotency-key': fc.constantFrom('a', 'b', '"a"', 'c', 'd', '', 'x'.repeat(256)),
    'if-match': fc.constantFrom('*', '*', '"1"', '"1", "2"', 'W/"1"', '"x"', '1', ''),
    accept: fc.constantFrom('application/json', 'text/html', '*/*'),
    'x-request-id': fc.constantFrom('a', '<b>', '{}'),
  },
  { requiredKeys: [] },
);
const otherType = fc.constantFrom('text/plain', 'application/json; charset=utf-16', '');

/** Requests to one endpoint: half of what is sent is as its description asks for, headers and all. */
export function requestsTo(
  { method, path, body, query }: PaywayDescription,
  known: Known,
): fc.Arbitrary<GeneratedRequest> {
  return fc
    .record({
      path: pathOf(path, known),
      query: query === undefined ? fc.constant('') : queryOf(query, known),
      body: body === undefined ? fc.constant(null) : bodyOf(body, known),
      type: seldom('application/json', seldom('application/json', otherType)),
      headers: seldom({}, headers),
    })
    .map((given) => ({
      method: method.toUpperCase(),
      path: given.path + given.query,
      headers: {
        ...(given.body === null ? {} : { 'content-type': given.type }),
        ...given.headers,
      },
      ...(given.body === null ? {} : { body: given.body }),
    }));
}
