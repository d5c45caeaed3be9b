import type { PortalSessionCommand } from '../../../../src/application/portal/create-portal-session.js';
import {
  defaultPortalSettings,
  type PortalSettings,
} from '../../../../src/domain/portal/portal-settings.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { startInMemory } from '../../../support/in-memory-process.js';

/** An organisation with a portal that leads back to one address, and an account with one subscription. */
export async function startPortal(settings: Partial<PortalSettings> = {}) {
  const world = await startInMemory();
  const { stores, seeded, organisationId, time, useCases } = world;
  const usual = { ...defaultPortalSettings, returnUrls: ['https://publisher.test/account'] };
  const set = (given: Partial<PortalSettings>) =>
    stores.organisations.save({
      ...seeded.organisation,
      pages: { portal: { ...usual, ...given } },
    });
  await set(settings);
  const product = await world.subscribe();
  const command: PortalSessionCommand = {
    organisationId,
    accountId: product.accountId,
    returnUrl: 'https://publisher.test/account/orders?x=1',
    delivery: 'redirect',
    expiresInMinutes: 5,
    locale: null,
    offer: null,
    flow: null,
    chosenId: null,
  };
  const create = async (given: Partial<PortalSessionCommand> = {}) => {
    const made = await useCases.createPortalSession({ ...command, ...given });
    if (!made.ok) throw new Error(made.failure);
    return made;
  };
  return {
    ...world,
    product,
    command,
    set,
    create,
    pass: (milliseconds: number) => {
      time.set(toInstant(time.now() + milliseconds));
    },
    open: (secret: string, cookie: string | null = null, by: 'look' | 'open' | 'button' = 'open') =>
      useCases.openPortalLink({ secret, cookie, by }),
    /** Lets a browser in by a new link, and tells what it holds. */
    enter: async () => {
      const opened = await useCases.openPortalLink({
        secret: (await create()).secret,
        cookie: null,
        by: 'open',
      });
      if (opened.outcome !== 'entered') throw new Error(opened.outcome);
      return opened;
    },
  };
}

export type PortalWorld = Awaited<ReturnType<typeof startPortal>>;

export const minutes = (count: number): number => count * 60_000;
