import { describe, expect, test } from '@jest/globals';
import { eventFactsDocument, eventOf } from '../../../../src/storage/mappers/event.mapper.js';
import {
  outboxEntryDocument,
  outboxEntryOf,
} from '../../../../src/storage/mappers/outbox-entry.mapper.js';
import {
  buildDocument,
  buildDocumentEvent,
  documentEntry,
} from '../../../support/stored/build-document.js';
import { sideOf } from '../../../support/stored/build-entry.js';
import { fullRow } from '../../../support/stored/build-row.js';

const row = fullRow();
const entry = documentEntry(row);
const stored = outboxEntryDocument(row.organisationId, entry);

describe('An outbox entry with documents', () => {
  test('comes back whole', () => {
    expect(outboxEntryOf(stored)).toEqual(entry);
  });

  test('holds each document once, and of an event about one only the side after it', () => {
    expect(
      stored.events.map((it) => Object.keys(it).filter((name) => /before|document/.test(name))),
    ).toEqual([['before'], ['document'], ['document'], ['document_id']]);
  });

  test('cannot be read where it names a document that it does not hold', () => {
    const events = stored.events.filter((it) => it.document?.type !== 'credit_note');
    expect(() => outboxEntryOf({ ...stored, events })).toThrow(
      'an entry names a document that it does not hold',
    );
  });
});

describe('An event about a document', () => {
  const [, event] = entry.events;
  if (event === undefined) throw new Error('there is one');

  test('is stored in the log with its whole document, and without the side that only its sequence tells apart', () => {
    const facts = eventFactsDocument({
      ...event,
      document: { ...buildDocument(row), sequence: 7 },
    });
    expect(facts).not.toHaveProperty('before');
    expect(facts.document).toMatchObject({ sequence: 7 });
    expect(eventOf(facts).before?.userProduct.lastSequence).toBe(event.sequence - 1);
  });

  test.each([
    ['where more than the sequence differs', sideOf({ ...row, version: row.version + 1 })],
    ['where there was nothing before', null],
  ])('keeps both sides %s', (_, before) => {
    const odd = buildDocumentEvent(row, buildDocument(row), { before });
    const facts = eventFactsDocument(odd);
    expect(facts).toHaveProperty('before');
    expect(eventOf(facts)).toEqual(odd);
  });

  test('that was erased has no side at all', () => {
    const erased = eventOf({ ...eventFactsDocument(event), before: null, after: null });
    expect([erased.before, erased.after]).toEqual([null, null]);
  });
});
