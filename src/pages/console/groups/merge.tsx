import type { JSX } from 'preact';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, type PageField } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { OrganisationVisit } from '../visitor.js';
import { PickSet } from './fields.js';

/** A field of which two operators say something else, each in words. */
export type MergedField = { readonly name: string; readonly label: string } & Readonly<
  Record<'mine' | 'theirs', string>
>;

/** What is asked of whoever saved over an older version (docs/spec/pages.md §12). */
type Merge = {
  readonly action: string;
  readonly back: string;
  /** Mine, and the version that theirs is of. */
  readonly hidden: Readonly<Record<string, string | readonly string[]>>;
  readonly fields: readonly MergedField[];
};

/** Which version of a field is kept, as the form of a merge says it. */
export const keepField = (name: string): PageField => ({
  name: `keep_${name}`,
  maxLength: 6,
  pattern: /^(?:mine|theirs)$/,
});

/** Of each field the version that is to be kept. Example: `keep_name` is `theirs`: their name, and mine of the rest. */
export function mergedInput<Input extends Readonly<Record<string, unknown>>>(
  { mine, theirs }: { readonly mine: Input; readonly theirs: Input },
  form: Readonly<Record<string, string>>,
): Input {
  const names = Object.keys(mine) as (keyof Input & string)[];
  const taken = names.filter((name) => form[`keep_${name}`] === 'theirs');
  return { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) };
}

/** Both versions, field by field, and one button that saves what is chosen over the newer one. */
export function mergePage(visit: OrganisationVisit, merge: Merge): PageAnswer {
  const title = visit.written.say('moved.title');
  const main = <MergePage merge={merge} visit={visit} />;
  return page({ title, main, place: 'groups', hasFault: true }, 412);
}

function MergePage(props: {
  readonly merge: Merge;
  readonly visit: OrganisationVisit;
}): JSX.Element {
  const { action, back, hidden, fields } = props.merge;
  const { say } = props.visit.written;
  return (
    <>
      <div role="alert" tabIndex={-1} data-focus="">
        <Notice tone="waits">
          <p>
            {say(fields.length === 0 ? 'console.groups.merge.same' : 'console.groups.merge.text')}
          </p>
        </Notice>
      </div>
      <PostForm action={action}>
        {Object.entries(hidden).flatMap(([name, values]) =>
          [values]
            .flat()
            .map((value) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            )),
        )}
        {fields.map((it) => (
          <MergedChoice key={it.name} field={it} say={say} />
        ))}
        <p class="actions">
          <SubmitButton>{say('console.groups.merge.save')}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('console.groups.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
}

function MergedChoice(props: {
  readonly field: MergedField;
  readonly say: OrganisationVisit['written']['say'];
}): JSX.Element {
  const { field, say } = props;
  const { name, label, mine, theirs } = field;
  const version = (value: 'mine' | 'theirs', of: string) => ({
    value,
    label: <Version says={say(`console.groups.merge.${value}`)} of={of} />,
  });
  return (
    <PickSet
      id={`keep_${name}`}
      type="radio"
      legend={label}
      picked={['mine']}
      options={[version('mine', mine), version('theirs', theirs)]}
    />
  );
}

function Version({ says, of }: { readonly says: string; readonly of: string }): JSX.Element {
  return (
    <>
      {says}: <strong>{of}</strong>
    </>
  );
}
