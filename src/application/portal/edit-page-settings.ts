import type { OrganisationId } from '../../domain/ids.js';
import {
  brandFaults,
  languageFaults,
  type PageSettingsFault,
  portalFaults,
} from '../../domain/portal/page-settings-faults.js';
import type { PageSettings } from '../../domain/portal/portal-settings.js';
import type { OrganisationStore } from '../ports/organisation-store.js';

/** Changes a part of how pages are, where that part is still as it was `seen`: no one else's save is lost. */
export type EditPageSettings = (edit: {
  readonly organisationId: OrganisationId;
  readonly seen: Partial<PageSettings>;
  readonly next: Partial<PageSettings>;
}) => Promise<
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: 'settings_moved' }
  | {
      readonly ok: false;
      readonly failure: 'settings_faulty';
      readonly faults: readonly PageSettingsFault[];
    }
>;

export type EditPageSettingsDeps = {
  readonly organisations: Pick<OrganisationStore, 'replacePages'>;
};

/** By the same rules as a data file is read with. */
export function makeEditPageSettings({ organisations }: EditPageSettingsDeps): EditPageSettings {
  return async ({ organisationId, seen, next }) => {
    const { portal, brand, languages } = next;
    const faults = [
      ...(portal === undefined ? [] : portalFaults(portal)),
      ...(brand === undefined ? [] : brandFaults(brand)),
      ...(languages === undefined ? [] : languageFaults(languages)),
    ];
    if (faults.length > 0) return { ok: false, failure: 'settings_faulty', faults };
    const isDone = await organisations.replacePages(organisationId, { seen, next });
    return isDone ? { ok: true } : { ok: false, failure: 'settings_moved' };
  };
}
