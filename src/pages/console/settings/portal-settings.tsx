import { isDeepStrictEqual } from 'node:util';
import type { PageSettings } from '../../../domain/portal/portal-settings.js';
import { pageSettingsLimits } from '../../../domain/portal/page-settings-faults.js';
import { guardFields } from '../../kit/keyed-form.js';
import { type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { MessageKey } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { PortalFields } from './portal-fields.js';
import type { SettingsDeps } from './settings-deps.js';
import { type MovedField, type SettingsBack, settingsPage } from './settings-page.js';
import {
  faultWords,
  type FormValues,
  portalIn,
  type PortalPart,
  portalValues,
  seenFor,
  seenOf,
} from './settings-part.js';

type Deps = CommonConsoleDeps & SettingsDeps;

const { returnUrls, offer, packageCode, supportText, supportUrl } = pageSettingsLimits;
const box = (name: string): PageField => ({ name, maxLength: 2, pattern: /^on$/ });
const needed = (name: string, maxLength: number): PageField => ({
  name,
  maxLength,
  isRequired: true,
});

export const portalFields: readonly PageField[] = [
  guardFields[0],
  needed('seen', 43),
  needed('returnUrls', (returnUrls + 1) * (supportUrl + 2)),
  needed('offer', (offer + 1) * (packageCode + 2)),
  needed('wording', 10),
  needed('behaviour', 10),
  needed('withdrawalDays', 10),
  needed('supportText', supportText + 1),
  needed('supportUrl', supportUrl + 1),
  needed('language', 2),
  needed('vat', 10),
  { name: 'languages', maxLength: 2, pattern: /^[a-z]{2}$/, atMost: 10 },
  ...['open', 'showDocuments', 'cancellationPage', 'applyClear'].map(box),
];

export const savedQuery: readonly PageField[] = [{ name: 'saved', maxLength: 1, pattern: /^1$/ }];

/** Each field of the form and what it is called. */
const names = {
  open: 'console.settings.open',
  returnUrls: 'console.settings.returnUrls',
  wording: 'console.settings.wording',
  offer: 'console.settings.offer',
  behaviour: 'console.settings.behaviour',
  showDocuments: 'console.settings.showDocuments',
  withdrawalDays: 'console.settings.withdrawalDays',
  cancellationPage: 'console.settings.cancellationPage',
  applyClear: 'console.settings.applyClear',
  supportText: 'console.settings.supportText',
  supportUrl: 'console.settings.supportUrl',
  languages: 'console.settings.languages',
  vat: 'console.settings.vat',
} as const satisfies Readonly<Record<string, MessageKey>>;

function partOf({ portal, languages, pricesIncludeVat }: PageSettings): PortalPart {
  return { portal, languages, pricesIncludeVat };
}

/** How the portal is (docs/spec/pages.md §3). */
export async function answerPortalSettings(
  deps: Pick<Deps, 'organisations' | 'newKey'>,
  visit: OrganisationVisit,
  back?: SettingsBack & { readonly values: FormValues },
): Promise<PageAnswer> {
  const { id: at } = visit.visitor.at.organisation;
  const pages = await deps.organisations.readPages(at);
  if (pages === null) return unknownPage;
  const part = partOf(pages);
  const { say } = visit.written;
  return settingsPage(
    {
      title: say('console.settings.portal'),
      place: 'portalSettings',
      action: consolePaths.portalSettings(at),
      hidden: { key: deps.newKey(), seen: seenFor(part, back) },
      fields: (
        <PortalFields
          values={back?.values ?? portalValues(part)}
          faults={back?.faults ?? {}}
          say={say}
        />
      ),
      mayEdit: mayAct(visit, 'edit_portal_settings'),
      isSaved: visit.query.saved !== undefined,
      back,
    },
    say,
  );
}

/** Saves them where nobody else has in between; else both stand beside each other, and nothing is written. */
export async function answerPortalSettingsSaved(
  deps: Pick<Deps, 'organisations' | 'editPageSettings' | 'newKey' | 'audited'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { form, visitor, written } = visit;
  const { id: organisationId } = visitor.at.organisation;
  const pages = await deps.organisations.readPages(organisationId);
  if (pages === null) return unknownPage;
  const seen = partOf(pages);
  const next = portalIn(form);
  const path = `${consolePaths.portalSettings(organisationId)}?saved=1`;
  if (isDeepStrictEqual(seen, next)) return see(path);
  const moved = async (theirs: PortalPart) => {
    const back = { status: 412, faults: {}, moved: movedFields(theirs, next, visit) } as const;
    return answerPortalSettings(deps, visit, { ...back, values: form });
  };
  if (form.seen !== seenOf(seen)) return moved(seen);
  const result = await deps.audited(
    auditedAct(visit, 'edit_portal_settings', { ids: {}, before: factsOf(seen) }),
    () => deps.editPageSettings({ organisationId, seen, next }),
    () => ({ after: factsOf(next) }),
  );
  if (result.ok) return see(path);
  if (result.failure === 'settings_faulty') {
    const faults = faultWords(result.faults, written.say);
    return answerPortalSettings(deps, visit, { status: 422, faults, moved: [], values: form });
  }
  const now = await deps.organisations.readPages(organisationId);
  return now === null ? unknownPage : moved(partOf(now));
}

/** What differs, in the words of the form. */
function movedFields(
  theirs: PortalPart,
  yours: PortalPart,
  { written: { say } }: OrganisationVisit,
): readonly MovedField[] {
  const [left, right] = [portalValues(theirs), portalValues(yours)];
  return Object.entries(names)
    .filter(([field]) => left[field] !== right[field])
    .map(([field, key]) => ({
      name: say(key),
      saved: told(left[field]),
      yours: told(right[field]),
    }));
}

function told(value: string | undefined): string {
  return value === 'on' ? '✓' : (value ?? '').replaceAll('\n', ', ');
}

/** For the audit: all of it but long texts. */
function factsOf({ portal, languages, pricesIncludeVat }: PortalPart) {
  const { support, ...rest } = portal;
  return { ...rest, support: support?.url ?? support?.text ?? null, languages, pricesIncludeVat };
}
