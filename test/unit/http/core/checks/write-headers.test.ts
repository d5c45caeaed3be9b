import { describe, expect, test } from '@jest/globals';
import { readWriteHeaders } from '../../../../../src/http/core/checks/write-headers.js';
import { failed } from '../../../../../src/http/core/failure.js';

test('without them nothing is asked for', () => {
  expect(readWriteHeaders({})).toEqual({ key: null, ifMatch: null });
});

describe('Idempotency-Key', () => {
  const keyOf = (sent: string) => readWriteHeaders({ 'idempotency-key': sent });

  test.each([
    ['order-7', 'order-7'],
    ['"order-7"', 'order-7'],
    ['"a"b"', 'a"b'],
    ['"a', '"a'],
    ['k'.repeat(255), 'k'.repeat(255)],
    [`"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ])('%s is the key %s', (sent, key) => {
    expect(keyOf(sent)).toMatchObject({ key });
  });

  test('is faulty where it is too long, empty, or not printable', () => {
    const faulty = (fault: object) =>
      failed('faulty_fields', {
        part: 'headers',
        faults: [{ name: 'Idempotency-Key', ...fault } as never],
      });
    expect(keyOf('k'.repeat(256))).toEqual(faulty({ fault: 'too_long', maxLength: 255 }));
    for (const sent of ['', '""', 'å', 'a\tb']) {
      expect(keyOf(sent)).toEqual(faulty({ fault: 'not_printable' }));
    }
  });
});

describe('If-Match', () => {
  const matched = (sent: string) => readWriteHeaders({ 'if-match': sent });

  test.each([
    ['*', 'any'],
    [' * ', 'any'],
    ['"3"', [3]],
    ['"3", "4"', [3, 4]],
    ['W/"3"', []],
    ['"0"', []],
    ['"03"', []],
    ['"abc", "7"', [7]],
    ['"12345678901234567"', []],
  ])('%s lets through %j', (sent, ifMatch) => {
    expect(matched(sent)).toEqual({ key: null, ifMatch });
  });

  test.each(['3', '', '"3', '"3";"4"', '*, "3"', '"3", 4'])('%s is no list of versions', (sent) => {
    const faults = [{ name: 'If-Match', fault: 'no_entity_tag' }] as const;
    expect(matched(sent)).toEqual(failed('faulty_fields', { part: 'headers', faults }));
  });
});

test('both are told where both are faulty, the key first', () => {
  expect(readWriteHeaders({ 'idempotency-key': '', 'if-match': '3' })).toMatchObject({
    facts: { faults: [{ name: 'Idempotency-Key' }, { name: 'If-Match' }] },
  });
});
