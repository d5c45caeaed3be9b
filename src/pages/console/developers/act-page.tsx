import type { ComponentChildren, JSX } from 'preact';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { ErrorSummary, type FieldFaults } from '../../kit/more-fields.js';
import { type PageAnswer, page } from '../../kit/page-route.js';
import { ActionLink, type Fact, FactList } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { ConsoleNavigation } from '../navigation.js';

/** A page that holds the form of one action. */
export type ActPage = {
  readonly title: string;
  readonly place: ConsoleNavigation;
  readonly lead?: string;
  readonly facts?: readonly Fact[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields?: ComponentChildren;
  readonly button: string;
  readonly back: string;
  readonly faults?: FieldFaults;
  /** 200 where it is only looked at. */
  readonly status?: number;
};

/** What will happen, its fields, the button that does it, and the way back. */
export function actPage(view: ActPage, say: Say): PageAnswer {
  const { title, place, faults = {}, status = 200 } = view;
  const hasFault = status >= 400;
  return page(
    { title, place, hasFault, main: <ActMain view={view} faults={faults} say={say} /> },
    status,
  );
}

function ActMain(props: {
  readonly view: ActPage;
  readonly faults: FieldFaults;
  readonly say: Say;
}): JSX.Element {
  const { view, faults, say } = props;
  const { lead, facts, action, hidden, fields, button, back } = view;
  return (
    <>
      <ErrorSummary title={say('console.developers.fault')} faults={faults} />
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {facts === undefined ? null : <FactList facts={facts} />}
      <PostForm action={action} hidden={hidden}>
        {fields}
        <p class="actions">
          <SubmitButton>{button}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('console.developers.back')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
}

/** A secret, told on this page alone. */
export function secretPage(
  told: {
    readonly title: string;
    readonly place: ConsoleNavigation;
    readonly lead: string;
    readonly secret: string;
    readonly next: string;
  },
  say: Say,
): PageAnswer {
  const { title, place, lead, secret, next } = told;
  return page({
    title,
    place,
    main: (
      <>
        <p class="lead">{lead}</p>
        <p class="secret">
          <span>{say('console.developers.secret')}</span>
          <code>{secret}</code>
        </p>
        <p class="actions">
          <ActionLink kind="first" href={next}>
            {say('console.developers.secretKept')}
          </ActionLink>
        </p>
      </>
    ),
  });
}
