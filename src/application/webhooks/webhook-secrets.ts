import { type Instant, toInstant } from '../../domain/time/instant.js';
import { BusyError } from '../ports/failures.js';
import type { Clock } from '../ports/surroundings.js';
import type { WebhookEndpointStore, WebhookSecret } from '../ports/webhook-endpoint-store.js';
import {
  unknownEndpoint,
  type UnknownEndpoint,
  type WebhookEndpointKey,
} from './manage-endpoints.js';

/** For so many hours, 24 where none are given, messages carry the old signature beside the new one. */
export type RotateWebhookSecret = (
  key: WebhookEndpointKey & {
    readonly overlapHours: number | null;
    /** Chosen beforehand by whoever may ask again for the same rotation; absent: this is a new one. */
    readonly chosenId?: string | null;
  },
) => Promise<
  | { readonly ok: true; readonly secret: string }
  | UnknownEndpoint
  | { readonly ok: false; readonly failure: 'overlap_not_allowed' }
>;

export type RotateWebhookSecretDeps = {
  readonly webhookEndpoints: Pick<WebhookEndpointStore, 'find' | 'replaceSecrets'>;
  readonly clock: Clock;
  readonly generateWebhookSecret: () => string;
};

const hour = 3_600_000;
export const usualOverlapHours = 24;
const longestOverlapHours = 168;
const tries = 3;

/** A new secret, told this once. The one before last ends at once: never more than two are valid. */
export function makeRotateWebhookSecret(deps: RotateWebhookSecretDeps): RotateWebhookSecret {
  return async ({ organisationId, id, overlapHours, chosenId = null }) => {
    const overlap = overlapHours ?? usualOverlapHours;
    const isAllowed = Number.isInteger(overlap) && overlap >= 0 && overlap <= longestOverlapHours;
    if (!isAllowed) return { ok: false, failure: 'overlap_not_allowed' };
    const expiresAt = toInstant(deps.clock.now() + overlap * hour);
    for (let left = tries; left > 0; left -= 1) {
      const rotated = await rotateOnce(deps, { organisationId, id, expiresAt, chosenId });
      if (rotated !== null) return rotated;
    }
    throw new BusyError('the secret is being rotated by others');
  };
}

type Rotation = WebhookEndpointKey & {
  readonly expiresAt: Instant;
  readonly chosenId: string | null;
};

/** Null: somebody else has rotated it in between. */
async function rotateOnce(
  deps: RotateWebhookSecretDeps,
  { organisationId, id, expiresAt, chosenId }: Rotation,
): Promise<{ readonly ok: true; readonly secret: string } | UnknownEndpoint | null> {
  const endpoint = await deps.webhookEndpoints.find(organisationId, id);
  const first = endpoint?.secrets[0];
  if (first === undefined) return unknownEndpoint;
  const isDone = chosenId !== null && first.chosenId === chosenId;
  if (isDone) return { ok: true, secret: first.secret };
  const secret = deps.generateWebhookSecret();
  const secrets = [
    { secret, expiresAt: null, chosenId },
    { ...first, expiresAt },
  ];
  const change = { newest: first.secret, secrets };
  const isMine = await deps.webhookEndpoints.replaceSecrets(organisationId, id, change);
  return isMine ? { ok: true, secret } : null;
}

const secretForm = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/;

/** Whether that may sign webhooks: `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks has it. */
export function isWebhookSecret(text: string): boolean {
  const encoded = secretForm.exec(text)?.[1] ?? '';
  const bytes = (encoded.length / 4) * 3 - (encoded.match(/=/g)?.length ?? 0);
  return encoded.length % 4 === 0 && bytes >= 24 && bytes <= 64;
}

/** Those that a message sent at `now` is signed with, newest first. */
export function validSecrets(secrets: readonly WebhookSecret[], now: Instant): readonly string[] {
  return secrets
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    .map(({ secret }) => secret);
}
