import { describe, expect, test } from '@jest/globals';
import { describeEvent } from '../../../../src/application/events/describe-event.js';
import { eventTypes } from '../../../../src/application/webhooks/event-types.js';
import { exampleEvent } from '../../../../src/application/webhooks/example-event.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

const organisationId = idOf<OrganisationId>(1);
const now = at('2026-11-01T00:00:00+01:00');
const asked = { id: idOf(9), organisationId, now, zone: stockholm, currency: sek };

describe('An example of an event', () => {
  test.each(eventTypes)('of the type %s is told as any other is', (type) => {
    const told = describeEvent(exampleEvent({ ...asked, type }), stockholm);
    expect(told).toMatchObject({
      id: idOf(9),
      type,
      organisation_id: organisationId,
      occurred_at: '2026-11-01T00:00:00+01:00',
      after: { user_product: { period: { price: 100, currency: 'SEK' } } },
    });
    expect(told.document === null).toBe(!type.includes('.'));
  });

  test('of a beginning has nothing before it', () => {
    expect(exampleEvent({ ...asked, type: 'user_product_created' }).before).toBeNull();
    expect(exampleEvent({ ...asked, type: 'package_upgrade' }).before).not.toBeNull();
  });
});
