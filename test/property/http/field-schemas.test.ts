import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { bodySchema } from '../../../src/http/docs/field-schema.js';
import { makeFindFaults } from '../../../src/http/core/checks/field-rules.js';
import type { FieldRule } from '../../../src/http/core/field-rule.js';
import { describedEndpoints } from '../../support/api-document.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

// `format` says what a text is for; what is taken, the pattern beside it says.
const ajv = new Ajv2020({ allowUnionTypes: true, validateFormats: false });

/** Whether a request with this body gets past the field rules. */
async function isTaken(rules: readonly FieldRule[], body: object): Promise<boolean> {
  return (await makeFindFaults(rules)(body)).length === 0;
}

function anyText({ source }: RegExp): fc.Arbitrary<unknown> {
  const fitting = fc.stringMatching(new RegExp(source));
  return fc.oneof(
    { weight: 6, arbitrary: fitting },
    { weight: 1, arbitrary: fitting.map((it) => it.toUpperCase()) },
    { weight: 1, arbitrary: fitting.map((it) => `${it}\n`) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  );
}

/** Mostly what the rule takes, and what is just beside it. */
function anyValue(rule: FieldRule): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.constantFrom(null, true, 0, 1.5, '', '1', [], {}), fc.jsonValue());
  return fc.oneof({ weight: 9, arbitrary: near(rule) }, { weight: 1, arbitrary: anything });
}

function near(rule: FieldRule): fc.Arbitrary<unknown> {
  switch (rule.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: rule.minimum - 1, max: rule.maximum + 1 });
    case 'string':
      return anyText(rule.pattern);
    case 'strings':
      return fc.array(anyText(rule.pattern), { maxLength: rule.maxItems + 1 });
  }
}

function anyBody(rules: readonly FieldRule[]): fc.Arbitrary<Fields> {
  const requiredKeys = rules.filter((it) => it.required).map((it) => it.name);
  const known = Object.fromEntries(rules.map((it) => [it.name, anyValue(it)]));
  const complete = fc.record(known, { requiredKeys });
  const stray = fc
    .tuple(complete, fc.record({ stray: fc.boolean() }))
    .map(([a, b]) => ({ ...a, ...b }));
  return fc.oneof(
    { weight: 8, arbitrary: complete },
    { weight: 1, arbitrary: fc.record(known, { requiredKeys: [] }) },
    { weight: 1, arbitrary: stray },
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** The same in a query, which has nothing but texts, and lists of them where a name is given more than once. */
function inQuery(fields: Fields): Fields {
  const sent = Object.entries(fields).map(([name, it]) => [
    name,
    typeof it === 'string' || Array.isArray(it) ? it : JSON.stringify(it),
  ]);
  return Object.fromEntries(sent) as Fields;
}

/** What a client has that sends this query: it prints a number or a boolean in no other way than JSON does. */
function beforeSending(rules: readonly FieldRule[], query: Fields): Fields {
  const meant = Object.entries(query).map(([name, text]) => {
    const rule = rules.find((it) => it.name === name);
    const type = rule?.type === 'string' ? rule.means?.type : undefined;
    if (type === 'integer' && String(Number(text)) === text) return [name, Number(text)];
    return type === 'boolean' && ['true', 'false'].includes(String(text))
      ? [name, text === 'true']
      : [name, text];
  });
  return Object.fromEntries(meant) as Fields;
}

const same = (fields: Fields): Fields => fields;
const tables = describedEndpoints.flatMap(({ name, body, query }) => [
  ...(body === undefined
    ? []
    : [{ what: `the body of ${name}`, rules: body, sent: same, had: same }]),
  ...(query === undefined
    ? []
    : [
        {
          what: `the query of ${name}`,
          rules: query,
          sent: inQuery,
          had: (it: Fields) => beforeSending(query, it),
        },
      ]),
]);

describe('the API document allows exactly what is taken', () => {
  test.each(tables)('in $what', async ({ rules, sent, had }) => {
    const validate = ajv.compile(bodySchema(rules));
    const taken = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(anyBody(rules).map(sent), async (body) => {
        const isAllowed = await isTaken(rules, body);
        taken.add(isAllowed);
        expect([isAllowed, body]).toEqual([validate(had(body)), body]);
      }),
      fixedSeed,
    );
    expect(taken).toEqual(new Set([true, false]));
  });
});
