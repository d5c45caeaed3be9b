import { isDeepStrictEqual } from 'node:util';
import type { JSX } from 'preact';
import { pageSettingsLimits } from '../../../domain/portal/page-settings-faults.js';
import { TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ChoiceGroup, type FieldFaults } from '../../kit/more-fields.js';
import { type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { BrandSample } from './brand-sample.js';
import type { SettingsDeps } from './settings-deps.js';
import { type MovedField, type SettingsBack, settingsPage } from './settings-page.js';
import {
  brandIn,
  type BrandPart,
  brandValues,
  faultWords,
  type FormValues,
  seenFor,
  seenOf,
} from './settings-part.js';

type Deps = CommonConsoleDeps & SettingsDeps;

export const brandFields: readonly PageField[] = [
  guardFields[0],
  { name: 'seen', maxLength: 43, isRequired: true },
  { name: 'brandName', maxLength: pageSettingsLimits.brandName + 1, isRequired: true },
  { name: 'accent', maxLength: 50, isRequired: true },
  { name: 'corner', maxLength: 6, isRequired: true },
];

/** How the pages of the organisation look, with a sample of what is saved. */
export async function answerBrand(
  deps: Pick<Deps, 'organisations' | 'newKey'>,
  visit: OrganisationVisit,
  back?: SettingsBack & { readonly values: FormValues },
): Promise<PageAnswer> {
  const { organisation } = visit.visitor.at;
  const pages = await deps.organisations.readPages(organisation.id);
  if (pages === null) return unknownPage;
  const { brand } = pages;
  const { say } = visit.written;
  return settingsPage(
    {
      title: say('console.settings.brand'),
      place: 'brand',
      action: consolePaths.brand(organisation.id),
      hidden: { key: deps.newKey(), seen: seenFor({ brand }, back) },
      fields: (
        <BrandFields
          values={back?.values ?? brandValues({ brand })}
          faults={back?.faults ?? {}}
          say={say}
        />
      ),
      mayEdit: mayAct(visit, 'edit_brand'),
      isSaved: visit.query.saved !== undefined,
      back,
      more: (
        <>
          <LogoPart hasLogo={brand.logo !== null} organisation={organisation.id} say={say} />
          <BrandSample brand={brand} name={brand.name ?? organisation.name} say={say} />
        </>
      ),
    },
    say,
  );
}

function LogoPart(props: {
  readonly hasLogo: boolean;
  readonly organisation: string;
  readonly say: Say;
}): JSX.Element {
  const { hasLogo, organisation, say } = props;
  return (
    <section>
      <h2>{say('console.settings.logo')}</h2>
      <p>{say(hasLogo ? 'console.settings.logo.is' : 'console.settings.logo.none')}</p>
      <p class="hint">{say('console.settings.logo.how', { organisation })}</p>
    </section>
  );
}

function BrandFields(props: {
  readonly values: FormValues;
  readonly faults: FieldFaults;
  readonly say: Say;
}): JSX.Element {
  const { values, faults, say } = props;
  return (
    <>
      <TextField
        name="brandName"
        label={say('console.settings.brandName')}
        hint={say('console.settings.brandNameHint')}
        value={values.brandName ?? ''}
        maxLength={pageSettingsLimits.brandName}
        fault={faults.brandName}
      />
      <TextField
        name="accent"
        label={say('console.settings.accent')}
        hint={say('console.settings.accentHint')}
        value={values.accent ?? ''}
        maxLength={7}
        fault={faults.accent}
      />
      <ChoiceGroup
        kind="radio"
        name="corner"
        legend={say('console.settings.corner')}
        options={(['round', 'square'] as const).map((it) => ({
          value: it,
          label: say(`console.settings.corner.${it}`),
        }))}
        chosen={[values.corner ?? '']}
      />
    </>
  );
}

/** Saves it where nobody else has in between; else both stand beside each other. */
export async function answerBrandSaved(
  deps: Pick<Deps, 'organisations' | 'editPageSettings' | 'newKey' | 'audited'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { form, visitor, written } = visit;
  const { id: organisationId } = visitor.at.organisation;
  const pages = await deps.organisations.readPages(organisationId);
  if (pages === null) return unknownPage;
  const seen: BrandPart = { brand: pages.brand };
  const next = brandIn(form, seen);
  const path = `${consolePaths.brand(organisationId)}?saved=1`;
  if (isDeepStrictEqual(seen, next)) return see(path);
  const moved = (theirs: BrandPart) => {
    const back = {
      status: 412,
      faults: {},
      moved: movedFields(theirs, next, written.say),
    } as const;
    return answerBrand(deps, visit, { ...back, values: form });
  };
  if (form.seen !== seenOf(seen)) return moved(seen);
  const result = await deps.audited(
    auditedAct(visit, 'edit_brand', { ids: {}, before: factsOf(seen) }),
    () => deps.editPageSettings({ organisationId, seen, next }),
    () => ({ after: factsOf(next) }),
  );
  if (result.ok) return see(path);
  if (result.failure === 'settings_faulty') {
    const faults = faultWords(result.faults, written.say);
    return answerBrand(deps, visit, { status: 422, faults, moved: [], values: form });
  }
  const now = await deps.organisations.readPages(organisationId);
  return now === null ? unknownPage : moved({ brand: now.brand });
}

function movedFields(theirs: BrandPart, yours: BrandPart, say: Say): readonly MovedField[] {
  const [left, right] = [brandValues(theirs), brandValues(yours)];
  return (['brandName', 'accent', 'corner'] as const).map((field) => ({
    name: say(`console.settings.${field}`),
    saved: left[field] ?? '',
    yours: right[field] ?? '',
  }));
}

/** For the audit; of a logo only whether there is one. */
function factsOf({ brand: { name, accent, corner, logo } }: BrandPart) {
  return { name, accent, corner, hasLogo: logo !== null };
}
