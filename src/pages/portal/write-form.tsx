import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import type { WriteGuards } from '../../application/commit/guards.js';
import type { WriteFailure, WriteResult } from '../../application/commit/write-result.js';
import type { UserProductId } from '../../domain/ids.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { PostForm, SubmitButton } from '../kit/form-parts.js';
import { guardsOfForm, versionIn } from '../kit/keyed-form.js';
import {
  page,
  type PageAnswer,
  type PageContent,
  see,
  unknownPage,
  type Visit,
} from '../kit/page-route.js';
import { ActionLink, FactList, type Fact, Notice } from '../kit/parts.js';
import type { Written } from '../kit/written.js';
import { refusedPage } from './refused-page.js';
import type { PortalRefusalReason } from './refusal-words.js';
import { ownerOf, type PortalVisit } from './visitor.js';

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
};

export function actionPage(view: ActionView, written: Written): PageContent {
  return {
    title: view.title,
    main: <ActionPage view={view} written={written} />,
    hasFault: view.moved !== null,
    place: 'home',
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

/** One action of a form on the last user product of a subscription. */
type Action = {
  readonly name: string;
  /** Where it leads, the first time and each time it is sent again. */
  readonly path: string;
  readonly write: (
    key: ActionKey,
    guards: WriteGuards,
  ) => Promise<WriteResult<PortalRefusalReason>>;
  /** The page anew, with what has moved. */
  readonly again: (moved: string) => Promise<PageAnswer>;
};

type ActionKey = Pick<UserProduct, 'organisationId' | 'accountId'> & {
  readonly userProductId: UserProductId;
};

/** Does what such a form asks for, and goes where that is seen. */
export async function answerAction(
  visit: PortalVisit,
  life: SubscriptionLife,
  { name, path, write, again }: Action,
): Promise<PageAnswer> {
  const { organisationId, accountId, id: userProductId } = life.last;
  const guards = actionGuards(visit, life, { action: name, path });
  const result = await write({ organisationId, accountId, userProductId }, guards);
  if (result.ok) return see(path);
  return afterFailedAction(result, {
    life,
    visit,
    again: () => again(visit.written.say('moved.action')),
  });
}

/** The guards of such a form; sent again, it leads where it led the first time. */
function actionGuards(
  visit: PortalVisit,
  { last }: SubscriptionLife,
  { action, path }: { readonly action: string; readonly path: string },
): WriteGuards {
  const { organisationId, accountId } = ownerOf(visit);
  return guardsOfForm({
    owner: ['portal', organisationId, accountId],
    action,
    key: visit.form.key ?? '',
    command: [last.id],
    version: versionIn(visit.form.version),
    pathOf: () => path,
  });
}

/** What comes of a write that was not done. `again` shows the page anew, with what has moved. */
export async function afterFailedAction(
  failure: WriteFailure<PortalRefusalReason>,
  {
    life,
    visit,
    again,
  }: {
    readonly life: SubscriptionLife;
    readonly visit: PortalVisit;
    readonly again: () => Promise<PageAnswer>;
  },
): Promise<PageAnswer> {
  const { failure: kind } = failure;
  if (kind === 'not_found') return unknownPage;
  if (kind === 'refused') return page(refusedPage(failure.refusals, life, visit), 409);
  if (kind === 'target_not_found') return page(refusedPage([], life, visit), 409);
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
