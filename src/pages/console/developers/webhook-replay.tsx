import type { CountReplay } from '../../../application/webhooks/replay-events.js';
import { type EventId, parseId } from '../../../domain/ids.js';
import { SubmitButton, TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ErrorSummary, type FieldFaults } from '../../kit/more-fields.js';
import { type PageAnswer, type PageField, page, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import { auditedAct } from '../audited-act.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { actPage } from './act-page.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';
import { endpointOf } from './webhook-edit.js';

type Deps = DeveloperPagesDeps;
type Endpoint = NonNullable<Awaited<ReturnType<typeof endpointOf>>>;
type Refusal = Extract<Awaited<ReturnType<CountReplay>>, { readonly ok: false }>['failure'];

/** The range, as events; `go` says that it was filled in. */
export const replayQuery: readonly PageField[] = [
  { name: 'after', maxLength: 50 },
  { name: 'before', maxLength: 50 },
  { name: 'go', maxLength: 1, pattern: /^1$/ },
];

export const replayFields: readonly PageField[] = [
  guardFields[0],
  { name: 'after', maxLength: 50 },
  { name: 'before', maxLength: 50 },
  { name: 'upTo', maxLength: 15, pattern: /^\d{1,15}$/, isRequired: true },
  { name: 'count', maxLength: 15, pattern: /^\d{1,15}$/, isRequired: true },
];

type Range = {
  readonly texts: { readonly after: string; readonly before: string };
  readonly ids: { readonly after: EventId | null; readonly before: EventId | null };
  readonly faults: FieldFaults;
};

function rangeIn(sent: Readonly<Record<string, string>>, visit: OrganisationVisit): Range {
  const texts = { after: (sent.after ?? '').trim(), before: (sent.before ?? '').trim() };
  const ids = { after: parseId<EventId>(texts.after), before: parseId<EventId>(texts.before) };
  const text = visit.written.say('console.developers.replay.noId');
  return {
    texts,
    ids,
    faults: {
      ...(texts.after !== '' && ids.after === null ? { after: text } : {}),
      ...(texts.before !== '' && ids.before === null ? { before: text } : {}),
    },
  };
}

/** First the range; then how many events it holds, with the button. */
export async function answerReplay(
  deps: Pick<Deps, 'findEndpoint' | 'countReplay' | 'newKey'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const endpoint = await endpointOf(deps, visit);
  if (endpoint === null) return unknownPage;
  const range = rangeIn(visit.query, visit);
  if (visit.query.go === undefined) return askPage(visit, endpoint, range);
  if (Object.keys(range.faults).length > 0)
    return askPage(visit, endpoint, { ...range, status: 422 });
  return countedPage(deps, visit, { endpoint, range });
}

type Counting = {
  readonly endpoint: Endpoint;
  readonly range: Range;
  /** Of a page that was sent with another count. */
  readonly moved?: { readonly upTo: number; readonly told: number };
};

async function countedPage(
  deps: Pick<Deps, 'countReplay' | 'newKey'>,
  visit: OrganisationVisit,
  { endpoint, range, moved }: Counting,
): Promise<PageAnswer> {
  const { organisationId: at, id } = endpoint;
  const pinned = moved === undefined ? {} : { upTo: moved.upTo };
  const counted = await deps.countReplay({ organisationId: at, id, ...range.ids, ...pinned });
  if (!counted.ok) return refusedPage(visit, { endpoint, range }, counted.failure);
  const { say, number } = visit.written;
  const { count, upTo } = counted;
  if (count === 0) {
    const faults = { after: say('console.developers.replay.none') };
    return askPage(visit, endpoint, { ...range, faults, status: 422 });
  }
  const told = { count: number(count), url: endpoint.url };
  return actPage(
    {
      place: 'webhooks',
      title: say('console.developers.replay.title'),
      lead:
        moved === undefined
          ? say('console.developers.replay.lead', told)
          : say('console.developers.replay.moved', { ...told, before: number(moved.told) }),
      action: consolePaths.webhookReplay(at, id),
      hidden: {
        key: deps.newKey(),
        ...range.texts,
        ...{ upTo: String(upTo), count: String(count) },
      },
      button: say('console.developers.replay.button', { count }),
      back: consolePaths.webhook(at, id),
      status: moved === undefined ? 200 : 412,
    },
    say,
  );
}

/** Queues as many as were told, or says that it is another number by now. */
export async function answerReplayDone(
  deps: Pick<
    Deps,
    'findEndpoint' | 'countReplay' | 'replayCounted' | 'audited' | 'runOnce' | 'newKey'
  >,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const endpoint = await endpointOf(deps, visit);
  if (endpoint === null) return unknownPage;
  const range = rangeIn(visit.form, visit);
  if (Object.keys(range.faults).length > 0)
    return askPage(visit, endpoint, { ...range, status: 422 });
  const { organisationId, id } = endpoint;
  const [upTo, count] = [Number(visit.form.upTo), Number(visit.form.count)];
  const path = consolePaths.webhook(organisationId, id);
  return doneOnce(deps, visit, {
    action: 'replayRange',
    command: [id, range.texts.after, range.texts.before, upTo, count],
    run: async () => {
      const ids = { webhookEndpoint: id, ...eventIds(range) };
      const asked = { organisationId, id, ...range.ids, upTo, count };
      const result = await deps.audited(
        auditedAct(visit, 'replay_range', { ids }),
        () => deps.replayCounted(asked),
        ({ queued }) => ({ after: { queued } }),
      );
      if (result.ok) return { answer: see(path), path };
      const answer =
        result.failure === 'count_moved'
          ? await countedPage(deps, visit, { endpoint, range, moved: { upTo, told: count } })
          : refusedPage(visit, { endpoint, range }, result.failure);
      return { answer, path: null };
    },
  });
}

function eventIds({ ids: { after, before } }: Range): Readonly<Record<string, string>> {
  return { ...(after === null ? {} : { after }), ...(before === null ? {} : { before }) };
}

function refusedPage(
  visit: OrganisationVisit,
  { endpoint, range }: Counting,
  failure: Refusal,
): PageAnswer {
  if (failure === 'unknown_endpoint') return unknownPage;
  const faults = { after: visit.written.say(`console.developers.replay.${failure}`) };
  const status = failure === 'replay_too_large' ? 409 : 422;
  return askPage(visit, endpoint, { ...range, faults, status });
}

/** A form that only looks: it is sent by GET, and answered with the count. */
function askPage(
  { written: { say } }: OrganisationVisit,
  { organisationId: at, id, url }: Endpoint,
  { texts, faults, status = 200 }: Range & { readonly status?: number },
): PageAnswer {
  return page(
    {
      title: say('console.developers.webhook.replay'),
      place: 'webhooks',
      hasFault: status >= 400,
      main: (
        <>
          <ErrorSummary title={say('console.developers.fault')} faults={faults} />
          <p class="lead">{say('console.developers.replay.ask', { url })}</p>
          <form method="get" action={consolePaths.webhookReplay(at, id)} noValidate>
            <input type="hidden" name="go" value="1" />
            <TextField
              name="after"
              label={say('console.developers.replay.after')}
              hint={say('console.developers.replay.afterHint')}
              value={texts.after}
              maxLength={24}
              fault={faults.after}
            />
            <TextField
              name="before"
              label={say('console.developers.replay.before')}
              hint={say('console.developers.replay.beforeHint')}
              value={texts.before}
              maxLength={24}
              fault={faults.before}
            />
            <p class="actions">
              <SubmitButton>{say('console.developers.replay.count')}</SubmitButton>
              <ActionLink kind="quiet" href={consolePaths.webhook(at, id)}>
                {say('console.developers.back')}
              </ActionLink>
            </p>
          </form>
        </>
      ),
    },
    status,
  );
}
