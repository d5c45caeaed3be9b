import { expect, test } from '@jest/globals';
import { portalGreeting } from '../../../src/process/portal-greeting.js';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { minutes, startPortal } from '../application/portal/portal-world.js';

const baseUrl = 'http://localhost:18080';
const accountId = toId<AccountId>('56e1741a6fc9365306000001');
const form =
  /^Portal {2}http:\/\/localhost:18080\/portal\/enter\/(\S+) {2}\(customer …0001, once, 60 min\)\n$/;

async function begin() {
  const world = await startPortal();
  await world.subscribe({ edits: { accountId } });
  const { organisationId, useCases } = world;
  const greet = () => portalGreeting(useCases, { organisationId, baseUrl });
  const secretIn = (line: string) => form.exec(line)?.[1] ?? '';
  return { ...world, greet, secretIn };
}

test('The line lets the demo’s customer in by its address, once', async () => {
  const { greet, secretIn, open } = await begin();
  const secret = secretIn(await greet());
  const session = { owner: { kind: 'portal', accountId } };
  expect(await open(secret)).toMatchObject({ outcome: 'entered', session });
  expect(await open(secret)).toMatchObject({ outcome: 'used' });
});

test('It is good for an hour, and no longer', async () => {
  const { greet, secretIn, open, pass } = await begin();
  const [first, second] = [secretIn(await greet()), secretIn(await greet())];
  pass(minutes(60) - 1);
  expect(await open(first)).toMatchObject({ outcome: 'entered' });
  pass(1);
  expect(await open(second)).toMatchObject({ outcome: 'expired' });
});

test('There is none where the portal is closed, or nobody is there', async () => {
  const { greet, set } = await begin();
  await set({ enabled: false });
  expect(await greet()).toBe('');
  const { useCases, organisationId } = await startPortal();
  expect(await portalGreeting(useCases, { organisationId, baseUrl })).toBe('');
});
