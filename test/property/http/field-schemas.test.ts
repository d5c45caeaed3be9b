import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { bodySchema } from '../../../src/http/docs/field-schema.js';
import { makeFindFaults } from '../../../src/http/core/checks/field-rules.js';
import type { FieldRule } from '../../../src/http/core/field-rule.js';
import { describedEndpoints } from '../../support/api-document.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';

const ajv = new Ajv2020({ allowUnionTypes: true });

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

function anyBody(rules: readonly FieldRule[]): fc.Arbitrary<object> {
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

const tables = describedEndpoints.flatMap(({ name, body, query }) => [
  ...(body === undefined ? [] : [{ what: `the body of ${name}`, rules: body }]),
  ...(query === undefined ? [] : [{ what: `the query of ${name}`, rules: query }]),
]);

describe('the API document allows exactly what is taken', () => {
  test.each(tables)('in $what', async ({ rules }) => {
    const validate = ajv.compile(bodySchema(rules));
    const taken = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(anyBody(rules), async (body) => {
        const isAllowed = await isTaken(rules, body);
        taken.add(isAllowed);
        expect([isAllowed, body]).toEqual([validate(body), body]);
      }),
      fixedSeed,
    );
    expect(taken).toEqual(new Set([true, false]));
  });
});
