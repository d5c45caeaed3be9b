import { describe, expect, test } from '@jest/globals';
import { BusyError } from '../../../../src/application/ports/failures.js';
import {
  isWebhookSecret,
  makeRotateWebhookSecret,
  validSecrets,
} from '../../../../src/application/webhooks/webhook-secrets.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';
import { makeWebhookWorld } from './webhook-world.js';

const url = 'https://receiver.test/hook';
const now = at('2026-11-01T12:00:00Z');

test('A message is signed with each secret that has not expired, the newest first', () => {
  const secretOf = (secret: string, expiresAt: number | null) => ({
    secret,
    expiresAt: expiresAt === null ? null : toInstant(expiresAt),
    chosenId: null,
  });
  const secrets = [secretOf('b', null), secretOf('a', now + 1), secretOf('old', now)];
  expect(validSecrets(secrets, now)).toEqual(['b', 'a']);
});

test('A secret is whsec_ and 24 to 64 bytes in base64', () => {
  const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 255).toString('base64')}`;
  expect([24, 25, 26, 32, 63, 64].map((it) => isWebhookSecret(of(it)))).not.toContain(false);
  const others = [of(23), of(65), of(24).slice(6), `${of(24)}\n`, of(25).replace(/=/g, ''), ''];
  expect(others.map(isWebhookSecret)).not.toContain(true);
});

describe('Rotating a secret', () => {
  const begin = async () => {
    const world = await makeWebhookWorld(openMemoryStores());
    const { key } = await world.add(url);
    const secrets = async () =>
      (await world.deps.webhookEndpoints.find(key.organisationId, key.id))?.secrets ?? [];
    return { ...world, key, secrets };
  };

  test('under an id that was chosen is done once, and told again', async () => {
    const { rotateSecret, key, secrets } = await begin();
    const asked = { ...key, overlapHours: 2, chosenId: newId() };
    const first = await rotateSecret(asked);
    expect(await rotateSecret(asked)).toEqual(first);
    expect(await rotateSecret({ ...asked, chosenId: newId() })).not.toEqual(first);
    expect((await secrets()).map((it) => it.expiresAt)).toEqual([null, now + 2 * 3_600_000]);
  });

  test('without overlap ends the old one at once', async () => {
    const { rotateSecret, key, secrets } = await begin();
    const rotated = await rotateSecret({ ...key, overlapHours: 0 });
    expect(rotated).toEqual({ ok: true, secret: validSecrets(await secrets(), now)[0] });
    expect(validSecrets(await secrets(), now)).toHaveLength(1);
  });

  test('that others are always faster with is too busy', async () => {
    const { deps, key } = await begin();
    let tries = 0;
    const replaceSecrets = () => {
      tries += 1;
      return Promise.resolve(false);
    };
    const webhookEndpoints = { ...deps.webhookEndpoints, replaceSecrets };
    const rotate = makeRotateWebhookSecret({ ...deps, webhookEndpoints });
    await expect(rotate({ ...key, overlapHours: null })).rejects.toThrow(BusyError);
    expect(tries).toBe(3);
  });
});
