import { expect, test } from '@jest/globals';
import { describeEvent } from '../../../../src/application/events/describe-event.js';
import { eventTypes } from '../../../../src/application/webhooks/event-types.js';
import { eventShape, eventType } from '../../../../src/http/payway/event-schemas.js';
import { stockholm } from '../../../support/domain/at.js';
import { documentEntry } from '../../../support/stored/build-document.js';
import { fullEntry } from '../../../support/stored/build-entry.js';
import { fullRow } from '../../../support/stored/build-row.js';

const row = fullRow();

test.each([...fullEntry(row).events, ...documentEntry(row).events])(
  'an event is what is described: $type',
  (event) => {
    const described = describeEvent(event, stockholm);
    expect(eventShape.safeParse(described).error).toBeUndefined();
    expect(Object.keys(described)).toEqual(Object.keys(eventShape.shape));
  },
);

test('every type of event is described', () => {
  expect(eventType.options).toEqual(eventTypes);
});
