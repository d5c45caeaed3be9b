import { expect, test } from '@jest/globals';
import { makeReadWebhookStanding } from '../../../../src/application/webhooks/read-webhook-standing.js';
import type { WebhookEndpoint } from '../../../../src/application/ports/webhook-endpoint-store.js';
import type { EventId, OrganisationId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { newId } from '../../../support/stored/ids.js';

const organisationId = newId<OrganisationId>();

function standingOf(endpoints: readonly Pick<WebhookEndpoint, 'id'>[], oldest: string | null) {
  return makeReadWebhookStanding({
    webhookEndpoints: { list: () => Promise.resolve(endpoints as readonly WebhookEndpoint[]) },
    webhookStanding: {
      countDead: (_, { limit }) => Promise.resolve(limit),
      findOldestWaiting: () => Promise.resolve(oldest as EventId | null),
    },
  });
}

test('Webhooks wait since the oldest event that is not delivered came into being', async () => {
  // The first eight digits are seconds: 0x6553f100 is 14 November 2023, 22:13:20.
  const read = standingOf([{ id: newId() }], '6553f1000000000000000000');
  expect(await read(organisationId, 7)).toEqual({
    dead: 7,
    waitsSince: at('2023-11-14T22:13:20Z'),
  });
});

test('Where nothing waits, or there is no endpoint, there is nothing to tell', async () => {
  expect(await standingOf([{ id: newId() }], null)(organisationId, 7)).toEqual({
    dead: 7,
    waitsSince: null,
  });
  expect(await standingOf([], null)(organisationId, 7)).toEqual({ dead: 0, waitsSince: null });
});
