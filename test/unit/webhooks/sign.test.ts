import { expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { EventId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { generateWebhookSecret, signedHeaders } from '../../../src/webhooks/sign.js';
import { newId } from '../../support/organisation.js';

const body = '{"type":"package_upgrade","data":{"name":"Å"}}';
const at = () => toInstant(Date.now());

test('a library that is not ours accepts what is signed, with either secret while one is being rotated', () => {
  const secrets = [generateWebhookSecret(), generateWebhookSecret()];
  const headers = signedHeaders({ secrets, eventId: newId<EventId>(), at: at(), body });
  for (const secret of secrets) {
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  }
});

test('and refuses it with another secret, or when a byte of it was changed', () => {
  const secret = generateWebhookSecret();
  const headers = signedHeaders({ secrets: [secret], eventId: newId<EventId>(), at: at(), body });
  expect(() => new Webhook(generateWebhookSecret()).verify(body, headers)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
});

test('the time is told in whole seconds', () => {
  const message = { secrets: [], eventId: newId<EventId>(), at: toInstant(1_999), body };
  expect(signedHeaders(message)['webhook-timestamp']).toBe('1');
});

test('a secret is whsec_ and 32 bytes in base64, never the same twice', () => {
  const [one, two] = [generateWebhookSecret(), generateWebhookSecret()];
  expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(one).not.toBe(two);
});
