import type { EditPageSettings } from '../../../application/portal/edit-page-settings.js';
import type { OrganisationStore } from '../../../application/ports/organisation-store.js';

/** What the settings of an organisation's pages ask for. */
export type SettingsDeps = {
  readonly editPageSettings: EditPageSettings;
  readonly organisations: Pick<OrganisationStore, 'readPages'>;
};
