import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeAppendEvents } from '../../../../src/application/commit/append-events.js';
import type { EventLog } from '../../../../src/application/ports/event-log.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import type { DomainEvent } from '../../../../src/domain/user-product/event-side.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

let log: EventLog;
let organisationId: OrganisationId;
beforeEach(() => {
  log = openMemoryStores().events;
  organisationId = newId();
});

const eventsOf = (count: number): readonly DomainEvent[] => {
  const row = buildRow({ organisationId });
  return Array.from({ length: count }, (_, index) => buildEvent(row, { sequence: index + 1 }));
};
const logged = async () => {
  const all = await log.read(organisationId, { after: 0, limit: 10_000 });
  expect(all.map((it) => it.position)).toEqual(all.map((_, index) => index + 1));
  return all.map((it) => it.event.id);
};
const idsOf = (events: readonly DomainEvent[]) => events.map((it) => it.id);

describe('Appending events', () => {
  test('goes on behind the last one', async () => {
    const append = makeAppendEvents({ events: log });
    const [first, second] = [eventsOf(2), eventsOf(3)];
    await append(organisationId, first);
    await append(organisationId, second);
    await append(organisationId, []);
    expect(await logged()).toEqual(idsOf([...first, ...second]));
  });

  test.each([
    ['the first', [0]],
    ['the second', [1]],
    ['the last', [3]],
    ['every other', [1, 3]],
    ['all', [0, 1, 2, 3]],
  ])('leaves out what is there by its id, and nothing else, where %s is', async (_, known) => {
    const events = eventsOf(4);
    const there = events.filter((_event, index) => known.includes(index));
    await log.append(organisationId, { after: 0, events: there });
    await makeAppendEvents({ events: log })(organisationId, events);
    const rest = events.filter((it) => !there.includes(it));
    expect(await logged()).toEqual(idsOf([...there, ...rest]));
  });

  test('of more than a thousand keeps their order', async () => {
    const events = eventsOf(2_001);
    await makeAppendEvents({ events: log })(organisationId, events);
    expect(await logged()).toEqual(idsOf(events));
  });

  test('begins again where another process took the position', async () => {
    const [theirs, ours] = [eventsOf(2), eventsOf(2)];
    let isFirst = true;
    const slow: EventLog = {
      ...log,
      append: async (id, batch) => {
        if (isFirst) await log.append(id, { after: 0, events: theirs });
        isFirst = false;
        return log.append(id, batch);
      },
    };
    await makeAppendEvents({ events: slow })(organisationId, ours);
    expect(await logged()).toEqual(idsOf([...theirs, ...ours]));
  });

  test('within one process waits for its turn, so that nothing is sent in vain', async () => {
    let sent = 0;
    const counted: EventLog = {
      ...log,
      append: (id, batch) => {
        sent += 1;
        return log.append(id, batch);
      },
    };
    const append = makeAppendEvents({ events: counted });
    const all = Array.from({ length: 5 }, () => eventsOf(2));
    await Promise.all(all.map((events) => append(organisationId, events)));
    expect(await logged()).toEqual(idsOf(all.flat()));
    expect(sent).toBe(5);
  });

  test('fails for whoever asked, and goes on for the next', async () => {
    let isFirst = true;
    const failing: EventLog = {
      ...log,
      lastPosition: (id) => {
        const fails = isFirst;
        isFirst = false;
        return fails ? Promise.reject(new Error('away')) : log.lastPosition(id);
      },
    };
    const append = makeAppendEvents({ events: failing });
    const [first, second] = [append(organisationId, eventsOf(1)), eventsOf(1)];
    const next = append(organisationId, second);
    await expect(first).rejects.toThrow('away');
    await next;
    expect(await logged()).toEqual(idsOf(second));
  });
});
