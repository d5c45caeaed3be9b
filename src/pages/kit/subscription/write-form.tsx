import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { WriteFailure } from '../../../application/commit/write-result.js';
import type { Refusal } from '../../../domain/user-product/refusal.js';
import { PostForm, SubmitButton } from '../form-parts.js';
import { page, type PageAnswer, type PageContent, unknownPage, type Visit } from '../page-route.js';
import { ActionLink, FactList, type Fact, Notice } from '../parts.js';
import type { Written } from '../written.js';

/** A page that says what an action does, and the button that does it: undo, cancel, reactivate. */
export type ActionView = {
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly button: string;
  readonly back: string;
  /** Said first where the page comes back because something has moved. */
  readonly moved: string | null;
  /** Which part of the navigation it belongs to. */
  readonly place: string;
};

export function actionPage(view: ActionView, written: Written): PageContent {
  return {
    title: view.title,
    main: <ActionPage view={view} written={written} />,
    hasFault: view.moved !== null,
    place: view.place,
  };
}

function ActionPage({ view, written }: { view: ActionView; written: Written }): JSX.Element {
  const { lead, facts, moved } = view;
  return (
    <>
      {moved === null ? null : (
        <Notice tone="fault">
          <p>{moved}</p>
        </Notice>
      )}
      <p class="lead">{lead}</p>
      {facts.length === 0 ? null : <FactList facts={facts} />}
      <ConfirmForm form={view} written={written} />
    </>
  );
}

/** The button that does it, and beside it the way back. */
export function ConfirmForm({
  form: { action, hidden, button, back },
  written,
}: {
  readonly form: Pick<ActionView, 'action' | 'hidden' | 'button' | 'back'>;
  readonly written: Written;
}): JSX.Element {
  return (
    <PostForm action={action} hidden={hidden}>
      <p class="actions">
        <SubmitButton>{button}</SubmitButton>
        <ActionLink kind="quiet" href={back}>
          {written.say('change.notNow')}
        </ActionLink>
      </p>
    </PostForm>
  );
}

/** What stands unseen in such a form: its key, and the version that it was shown at. */
export function hiddenOf(
  { last }: SubscriptionLife,
  key: string,
): Readonly<Record<string, string>> {
  return { key, version: String(last.version) };
}

/**
 * What comes of a write that was not done. `refused` tells why it may not be, `again` shows the page anew with what has
 * moved.
 */
export async function afterFailedAction<Reason extends string>(
  failure: WriteFailure<Reason>,
  {
    refused,
    again,
  }: {
    readonly refused: (refusals: readonly Refusal<Reason>[]) => PageContent;
    readonly again: () => Promise<PageAnswer>;
  },
): Promise<PageAnswer> {
  const { failure: kind } = failure;
  if (kind === 'not_found') return unknownPage;
  if (kind === 'refused') return page(refused(failure.refusals), 409);
  if (kind === 'target_not_found') return page(refused([]), 409);
  if (kind === 'too_many_keys') return { answer: 'failed', failure: 'too_many_requests' };
  // The version, the quote or what stands under the key: something else is there than the form was made for.
  const shown = await again();
  const isPlain = shown.answer === 'page' && shown.status === 200;
  return isPlain ? { ...shown, status: 412 } : shown;
}

/** Nobody knows whether it was done: the same form with the same key finds out, and finishes it. */
export function actionUnknown({ written: { say }, form, path }: Visit<unknown>): PageAnswer {
  return {
    answer: 'page',
    status: 503,
    content: {
      title: say('unknown.title'),
      hasFault: true,
      main: (
        <>
          <Notice tone="fault">
            <p>{say('unknown.text')}</p>
          </Notice>
          <PostForm action={path} hidden={form}>
            <SubmitButton>{say('unknown.button')}</SubmitButton>
          </PostForm>
        </>
      ),
    },
  };
}
