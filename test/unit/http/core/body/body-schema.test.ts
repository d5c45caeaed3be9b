import { expect, test } from '@jest/globals';
import { may, must } from '../../../../../src/http/core/body/body-field.js';
import { bodyOf, isBodySchema } from '../../../../../src/http/core/body/body-schema.js';
import { faulty } from '../../../../../src/http/core/body/body-part.js';
import { flagPart } from '../../../../../src/http/core/body/plain-parts.js';

test('a body is what it means, or everything that is wrong with it', () => {
  const { read } = bodyOf({ open: must(flagPart), shut: may(flagPart) });
  expect(read({ open: true })).toEqual({ value: { open: true }, sentNames: {} });
  expect(read({ shut: 1 })).toEqual({
    faults: [
      { name: 'open', fault: 'absent' },
      { name: 'shut', fault: 'wrong_type', type: 'boolean' },
    ],
  });
});

test('which of two names was sent is told', () => {
  const { read } = bodyOf({ open: may(flagPart) }, { secondNames: { ajar: 'open' } });
  expect(read({ ajar: true })).toEqual({ value: { open: true }, sentNames: { open: 'ajar' } });
  expect(read({ open: true })).toEqual({ value: { open: true }, sentNames: {} });
});

test('a body may be absent where nothing in it is required', () => {
  expect(bodyOf({ open: may(flagPart) }).mayBeAbsent).toBe(true);
  expect(bodyOf({ open: must(flagPart) }).mayBeAbsent).toBe(false);
});

test('a part that tells nothing of what is wrong is a mistake of ours', () => {
  const { read } = bodyOf({ open: must({ printed: {}, read: () => faulty }) });
  expect(() => read({ open: 1 })).toThrow(TypeError);
});

test('a schema is told from a flat table of fields', () => {
  expect(isBodySchema(bodyOf({}))).toBe(true);
  expect(isBodySchema([])).toBe(false);
});
