import { describe, expect, test } from '@jest/globals';
import type {
  WebhookAnswer,
  WebhookMessage,
} from '../../../../src/application/ports/webhook-sender.js';
import { makeSendExample } from '../../../../src/application/webhooks/send-example.js';
import type { OrganisationId, WebhookEndpointId } from '../../../../src/domain/ids.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { sek } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';

const organisationId = idOf<OrganisationId>(1);
const id = idOf<WebhookEndpointId>(2);
const now = at('2026-11-01T00:00:00+01:00');
const command = { organisationId, id, type: 'package_upgrade' } as const;

async function world(answer: WebhookAnswer) {
  const { organisations, webhookEndpoints } = openMemoryStores();
  await organisations.save({
    ...{ id: organisationId, name: 'A', timeZone: stockholm, currency: sek },
    ...{ live: false, prorationGrain: 'day' },
  });
  await webhookEndpoints.insert(organisationId, {
    ...{ id, organisationId, url: 'https://a.test/', types: null, enabled: false, position: 0 },
    secrets: [{ secret: 'whsec_a', expiresAt: null, chosenId: null }],
    createdAt: now,
  });
  const sent: WebhookMessage[] = [];
  const send = (message: WebhookMessage) => {
    sent.push(message);
    return Promise.resolve(answer);
  };
  const sendExample = makeSendExample({
    ...{ organisations, webhookEndpoints, sender: { send }, exampleTimeoutMs: 1_000 },
    ids: { next: () => idOf(9) },
    clock: { now: () => now },
  });
  return { sendExample, sent };
}

describe('An example that is sent', () => {
  test('goes to that endpoint alone, signed, and says that it is one', async () => {
    const said = { kind: 'answered', status: 204, retryAfter: null, text: '' } as const;
    const { sendExample, sent } = await world(said);
    expect(await sendExample(command)).toEqual({
      ok: true,
      attempt: { at: now, durationMs: 0, status: 204, failure: null, answer: '' },
    });
    expect(sent).toMatchObject([
      { url: 'https://a.test/', secrets: ['whsec_a'], eventId: idOf(9), at: now },
    ]);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      type: 'package_upgrade',
      timestamp: '2026-11-01T00:00:00+01:00',
      example: true,
      data: { id: idOf(9), type: 'package_upgrade' },
    });
  });

  test.each([
    [{ kind: 'failed', failure: 'connection_failed' }, 'connection_failed'],
    [{ kind: 'given_up' }, 'timed_out'],
  ] as const)('and gets no answer, as by %o, has failed', async (answer, failure) => {
    const { sendExample } = await world(answer);
    expect(await sendExample(command)).toMatchObject({
      ok: true,
      attempt: { status: null, failure, answer: null },
    });
  });

  test('goes nowhere where the endpoint is another organisation’s', async () => {
    const { sendExample, sent } = await world({ kind: 'given_up' });
    const elsewhere = { ...command, organisationId: idOf<OrganisationId>(3) };
    expect(await sendExample(elsewhere)).toEqual({ ok: false, failure: 'unknown_endpoint' });
    expect(sent).toEqual([]);
  });
});
