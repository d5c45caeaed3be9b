import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../../../src/credentials/random-page-secrets.js';
import type { OperatorId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { newId } from '../../../support/organisation.js';
import { buildSession } from '../../../support/stored/build-page-access.js';
import { minutes, type PortalWorld, startPortal } from './portal-world.js';

let world: PortalWorld;
let secret: string;
beforeEach(async () => {
  world = await startPortal();
  ({ secret } = await world.enter());
});

const read = (kind: 'portal' | 'console' = 'portal', held = secret) =>
  world.useCases.readPageSession({ secret: held, kind });
const stored = () => world.stores.pageAccess.findSession(randomPageSecrets.hashOf(secret));

describe('A session', () => {
  test('is read by what the browser holds, for pages of its own kind', async () => {
    expect(await read()).toEqual({ ok: true, session: await stored() });
    for (const held of ['', 'x', randomPageSecrets.next()]) {
      expect(await read('portal', held)).toEqual({ ok: false, failure: 'unknown' });
    }
    expect(await read('console')).toEqual({ ok: false, failure: 'unknown' });
  });

  test('is seen once a minute at most', async () => {
    const began = world.time.now();
    world.pass(minutes(1) - 1);
    expect(await read()).toMatchObject({ session: { seenAt: began } });
    world.pass(1);
    expect(await read()).toMatchObject({ session: { seenAt: began + minutes(1) } });
    expect(await stored()).toMatchObject({ seenAt: began + minutes(1) });
  });

  test('is over after half an hour without use, and tells the way back', async () => {
    world.pass(minutes(30) - 1);
    expect(await read()).toMatchObject({ ok: true });
    world.pass(minutes(30));
    const { returnUrl } = world.command;
    expect(await read()).toEqual({ ok: false, failure: 'over', returnUrl });
  });

  test('is over after eight hours, however busy', async () => {
    for (let passed = 20; passed < 480; passed += 20) {
      world.pass(minutes(20));
      expect(await read()).toMatchObject({ ok: true });
    }
    world.pass(minutes(20));
    expect(await read()).toMatchObject({ ok: false, failure: 'over' });
  });

  test('of an operator lives for an hour without use, twelve at most', async () => {
    secret = randomPageSecrets.next();
    const now = world.time.now();
    const owner = { kind: 'console', operatorId: newId<OperatorId>() } as const;
    const session = buildSession({
      ...{ tokenHash: randomPageSecrets.hashOf(secret), owner, visit: null },
      ...{ createdAt: now, seenAt: now, provedAt: now, endsAt: toInstant(now + minutes(720)) },
    });
    await world.stores.pageAccess.insertSession(session);
    world.pass(minutes(60) - 1);
    expect(await read('console')).toMatchObject({ ok: true });
    world.pass(minutes(60));
    expect(await read('console')).toEqual({ ok: false, failure: 'over', returnUrl: null });
  });
});
