import { randomBytes } from 'node:crypto';
import type {
  PageLink,
  PageOwner,
  PageSession,
  AskedVisit,
} from '../../../src/application/ports/page-access-store.js';
import { at } from '../domain/at.js';
import { newId } from './ids.js';

/** A hash that no other test has. */
export const newHash = (): string => randomBytes(32).toString('hex');

/** An account whose pages are opened. */
export function anyVisitor(): Extract<PageOwner, { kind: 'portal' }> {
  return { kind: 'portal', organisationId: newId(), accountId: newId() };
}

/** A visit that nothing is said of but where it leads back to. */
export function buildVisit(given: Partial<AskedVisit> = {}): AskedVisit {
  return {
    returnUrl: 'https://publisher.test/account',
    locale: null,
    offer: null,
    flow: null,
    ...given,
  };
}

/** A link of 1 May 2026, noon, that may be used for five minutes, but for what is given. */
export function buildLink(given: Partial<PageLink> = {}): PageLink {
  return {
    id: newId(),
    tokenHash: newHash(),
    owner: anyVisitor(),
    delivery: 'redirect',
    createdAt: at('2026-05-01T12:00:00Z'),
    endsAt: at('2026-05-01T12:05:00Z'),
    usedAt: null,
    visit: buildVisit(),
    ...given,
  };
}

/** A session of 1 May 2026, noon, that ends after eight hours, but for what is given. */
export function buildSession(given: Partial<PageSession> = {}): PageSession {
  const noon = at('2026-05-01T12:00:00Z');
  return {
    tokenHash: newHash(),
    owner: anyVisitor(),
    linkId: null,
    createdAt: noon,
    seenAt: noon,
    endsAt: at('2026-05-01T20:00:00Z'),
    provedAt: noon,
    locale: null,
    visit: buildVisit(),
    ...given,
  };
}
