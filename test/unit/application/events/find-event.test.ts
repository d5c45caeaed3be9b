import { expect, test } from '@jest/globals';
import { makeFindEvent } from '../../../../src/application/events/find-event.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

test('An event is found by its id, in its own organisation alone', async () => {
  const stores = openMemoryStores();
  const row = buildRow();
  const { organisationId } = row;
  const event = buildEvent(row);
  await stores.events.append(organisationId, { after: 0, events: [event] });
  const find = makeFindEvent(stores);
  expect(await find({ organisationId, id: event.id })).toEqual({ position: 1, event });
  expect(await find({ organisationId: newId(), id: event.id })).toBeNull();
  expect(await find({ organisationId, id: newId() })).toBeNull();
});
