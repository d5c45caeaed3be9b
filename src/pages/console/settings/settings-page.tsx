import type { ComponentChildren, JSX } from 'preact';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { ErrorSummary, type FieldFaults } from '../../kit/more-fields.js';
import { type PageAnswer, page } from '../../kit/page-route.js';
import { ColumnHeads, Notice, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';

/** One field on both sides: what somebody else has saved, and what the form asks for. */
export type MovedField = { readonly name: string; readonly saved: string; readonly yours: string };

/** What came back, and why. */
export type SettingsBack = {
  readonly status: 412 | 422;
  readonly faults: FieldFaults;
  readonly moved: readonly MovedField[];
};

type SettingsView = {
  readonly title: string;
  readonly place: 'portalSettings' | 'brand';
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: ComponentChildren;
  readonly mayEdit: boolean;
  readonly isSaved: boolean;
  readonly back: SettingsBack | undefined;
  readonly more?: ComponentChildren;
};

/** A page of settings: a form, or only what they are, for whoever may not change them. */
export function settingsPage(view: SettingsView, say: Say): PageAnswer {
  const { title, place, isSaved, back, more } = view;
  const main = (
    <>
      <ErrorSummary title={say('console.developers.fault')} faults={back?.faults ?? {}} />
      {back === undefined || back.status === 422 ? null : <Moved fields={back.moved} say={say} />}
      {isSaved ? (
        <Notice tone="good">
          <p>{say('console.settings.saved')}</p>
        </Notice>
      ) : null}
      <SettingsForm view={view} say={say} />
      {more ?? null}
    </>
  );
  return page({ title, place, hasFault: back !== undefined, main }, back?.status ?? 200);
}

function SettingsForm({
  view,
  say,
}: {
  readonly view: SettingsView;
  readonly say: Say;
}): JSX.Element {
  const { action, hidden, fields, mayEdit, back } = view;
  if (!mayEdit) {
    return (
      <fieldset class="plain" disabled>
        <legend>{say('console.settings.readOnly')}</legend>
        {fields}
      </fieldset>
    );
  }
  const button = back?.status === 412 ? 'console.settings.saveMine' : 'console.developers.save';
  return (
    <PostForm action={action} hidden={hidden}>
      {fields}
      <p class="actions">
        <SubmitButton>{say(button)}</SubmitButton>
      </p>
    </PostForm>
  );
}

function Moved(props: { readonly fields: readonly MovedField[]; readonly say: Say }): JSX.Element {
  const { fields, say } = props;
  const title = say('console.settings.moved');
  const names = [
    say('console.developers.event.field'),
    say('console.settings.theirs'),
    say('console.settings.yours'),
  ];
  return (
    <section role="alert" tabIndex={-1} data-focus="">
      <h2>{title}</h2>
      <p>{say('console.settings.movedText')}</p>
      <TableRegion name={title}>
        <table>
          <ColumnHeads names={names} />
          <tbody>
            {fields.map((it) => (
              <tr key={it.name}>
                <th scope="row">{it.name}</th>
                <td>{it.saved === '' ? '–' : it.saved}</td>
                <td>{it.yours === '' ? '–' : it.yours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
