import type { OrganisationId } from '../../domain/ids.js';
import type { Brand } from '../../domain/portal/portal-settings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';

/** Puts a logo on the pages of an organisation; the rest of its brand stays as it is. */
export type SetLogo = (command: {
  readonly organisationId: OrganisationId;
  readonly logo: NonNullable<Brand['logo']>;
}) => Promise<
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: 'unknown_organisation' | 'settings_moved' }
>;

export type SetLogoDeps = {
  readonly organisations: Pick<OrganisationStore, 'readPages' | 'replacePages'>;
};

/** The logo is one that was looked at; a save of somebody else in between is not lost, but refuses this one. */
export function makeSetLogo({ organisations }: SetLogoDeps): SetLogo {
  return async ({ organisationId, logo }) => {
    const pages = await organisations.readPages(organisationId);
    if (pages === null) return { ok: false, failure: 'unknown_organisation' };
    const { brand } = pages;
    const change = { seen: { brand }, next: { brand: { ...brand, logo } } };
    const isDone = await organisations.replacePages(organisationId, change);
    return isDone ? { ok: true } : { ok: false, failure: 'settings_moved' };
  };
}
