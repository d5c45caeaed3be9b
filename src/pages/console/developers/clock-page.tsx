import type { JSX } from 'preact';
import type { Instant } from '../../../domain/time/instant.js';
import { formatInstant } from '../../../domain/time/instant-text.js';
import { PostForm, SubmitButton, TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ErrorSummary, type FieldFaults } from '../../kit/more-fields.js';
import { type PageAnswer, type PageField, page, see, type Visit } from '../../kit/page-route.js';
import { ActionLink, FactList, Notice } from '../../kit/parts.js';
import { auditedAct } from '../audited-act.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { type ClockStep, clockTarget } from './clock-step.js';
import type { DeveloperPagesDeps } from './developer-pages-deps.js';
import { doneOnce } from './done-once.js';
import { withQuery } from './filter-links.js';

type Deps = DeveloperPagesDeps;

export const clockQuery: readonly PageField[] = [
  { name: 'applied', maxLength: 9, pattern: /^\d{1,9}$/ },
  { name: 'since', maxLength: 15, pattern: /^\d{1,15}$/ },
];

export const clockFormFields: readonly PageField[] = [
  guardFields[0],
  { name: 'step', maxLength: 8, pattern: /^(?:day|month|boundary|at)$/, isRequired: true },
  { name: 'from', maxLength: 15, pattern: /^(?:real|-?\d{1,14})$/, isRequired: true },
  { name: 'at', maxLength: 50 },
];

type Back = { readonly status: number; readonly faults: FieldFaults; readonly at: string };

/** What time it is there, and where the clock may go; of a live organisation, that it has none. */
export async function answerClock(
  deps: Pick<Deps, 'readTestClock' | 'findNextBoundary' | 'newKey'>,
  visit: OrganisationVisit,
  back?: Back,
): Promise<PageAnswer> {
  const { organisation } = visit.visitor.at;
  const { say } = visit.written;
  const reading = await deps.readTestClock({ organisationId: organisation.id });
  const title = say('console.nav.clock');
  if (!reading.ok) {
    const main = <p>{say('console.developers.clock.live')}</p>;
    return page({ title, place: 'clock', main }, back?.status ?? 200);
  }
  const boundary = await deps.findNextBoundary(organisation.id);
  const status = back?.status ?? 200;
  const view = { now: reading.now, boundary, back };
  return page(
    {
      ...{ title, place: 'clock', hasFault: status >= 400 },
      main: <ClockMain {...{ visit, view }} newKey={deps.newKey} />,
    },
    status,
  );
}

type ClockView = {
  readonly now: Instant;
  readonly boundary: Instant | null;
  readonly back: Back | undefined;
};

function ClockMain(props: {
  readonly visit: OrganisationVisit;
  readonly view: ClockView;
  readonly newKey: () => string;
}): JSX.Element {
  const { visit, view, newKey } = props;
  const { now, boundary, back } = view;
  const { say, moment } = visit.written;
  const { testClockAt } = visit.visitor.at.organisation;
  const facts = [
    { name: say('console.developers.clock.now'), value: moment(now), isStrong: true },
    {
      name: say('console.developers.clock.runs'),
      value: say(`console.developers.clock.${testClockAt === null ? 'real' : 'still'}`),
    },
    {
      name: say('console.developers.clock.next'),
      value: boundary === null ? say('console.developers.nothing') : moment(boundary),
    },
  ];
  return (
    <>
      <ErrorSummary title={say('console.developers.fault')} faults={back?.faults ?? {}} />
      <Applied visit={visit} />
      <FactList facts={facts} />
      {mayAct(visit, 'set_test_clock') ? <ClockForms {...{ visit, view, newKey }} /> : null}
    </>
  );
}

/** What the step that led here has ended. */
function Applied({ visit }: { readonly visit: OrganisationVisit }): JSX.Element | null {
  const { query, written, visitor } = visit;
  if (query.applied === undefined) return null;
  const { say } = written;
  const from = Number(query.since ?? '0') + 1;
  const events = consolePaths.events(visitor.at.organisation.id);
  return (
    <Notice tone="good">
      <p>{say('console.developers.clock.applied', { count: Number(query.applied) })}</p>
      <p>
        <a href={withQuery(events, { order: 'oldest', from })}>
          {say('console.developers.clock.events')}
        </a>
      </p>
    </Notice>
  );
}

function ClockForms(props: {
  readonly visit: OrganisationVisit;
  readonly view: ClockView;
  readonly newKey: () => string;
}): JSX.Element {
  const { visit, view, newKey } = props;
  const { now, boundary, back } = view;
  const { organisation } = visit.visitor.at;
  const { say } = visit.written;
  const action = consolePaths.clock(organisation.id);
  const hidden = (step: ClockStep) => ({ key: newKey(), step, from: clockText(visit) });
  const steps =
    boundary === null ? (['day', 'month'] as const) : (['day', 'month', 'boundary'] as const);
  return (
    <section>
      <h2>{say('console.developers.clock.move')}</h2>
      <p class="hint">{say('console.developers.clock.limits')}</p>
      <div class="actions">
        {steps.map((step) => (
          <PostForm key={step} action={action} hidden={hidden(step)}>
            <SubmitButton kind="second">{say(`console.developers.clock.${step}`)}</SubmitButton>
          </PostForm>
        ))}
      </div>
      <PostForm action={action} hidden={hidden('at')}>
        <TextField
          name="at"
          label={say('console.developers.clock.at')}
          hint={say('console.developers.clock.atHint')}
          value={back?.at ?? formatInstant(now, organisation.timeZone)}
          maxLength={50}
          fault={back?.faults.at}
        />
        <p class="actions">
          <SubmitButton>{say('console.developers.clock.set')}</SubmitButton>
        </p>
      </PostForm>
    </section>
  );
}

/** The clock that a form was made from: where somebody has moved it since, the form asks for something else. */
function clockText({ visitor }: OrganisationVisit): string {
  const { testClockAt } = visitor.at.organisation;
  return testClockAt === null ? 'real' : String(testClockAt);
}

/** Moves the clock, and leads to what that has ended. */
export async function answerClockSet(
  deps: Pick<
    Deps,
    | 'readTestClock'
    | 'setTestClock'
    | 'findNextBoundary'
    | 'browseEvents'
    | 'newKey'
    | 'audited'
    | 'runOnce'
  >,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { form, visitor, written } = visit;
  const { id: organisationId, timeZone: zone } = visitor.at.organisation;
  const { at: text = '', from = '' } = form;
  const step = form.step as ClockStep;
  const again = (status: number, fault: string) =>
    answerClock(deps, visit, { status, faults: { at: fault }, at: text });
  return doneOnce(deps, visit, {
    action: 'setTestClock',
    command: [step, from, text],
    run: async () => {
      const reading = await deps.readTestClock({ organisationId });
      if (!reading.ok) return { answer: await answerClock(deps, visit, liveBack), path: null };
      const { say } = written;
      if (clockText(visit) !== from) {
        return { answer: await again(412, say('console.developers.clock.moved')), path: null };
      }
      const boundary = step === 'boundary' ? await deps.findNextBoundary(organisationId) : null;
      const at = clockTarget({ step, text: text.trim(), now: reading.now, boundary, zone });
      if (at === null) {
        return { answer: await again(422, say('console.developers.clock.noInstant')), path: null };
      }
      return moveTo(deps, visit, { from: reading.now, at, again });
    },
  });
}

type Move = {
  readonly from: Instant;
  readonly at: Instant;
  readonly again: (status: number, fault: string) => Promise<PageAnswer>;
};

async function moveTo(
  deps: Pick<Deps, 'setTestClock' | 'browseEvents' | 'audited'>,
  visit: OrganisationVisit,
  { from, at, again }: Move,
): Promise<{ readonly answer: PageAnswer; readonly path: string | null }> {
  const { id: organisationId, timeZone: zone } = visit.visitor.at.organisation;
  const since = await lastPosition(deps, visit);
  const before = { now: formatInstant(from, zone) };
  const result = await deps.audited(
    auditedAct(visit, 'set_test_clock', { ids: {}, before }),
    () => deps.setTestClock({ organisationId, at }),
    ({ now, applied }) => ({ after: { now: formatInstant(now, zone), applied } }),
  );
  if (!result.ok) {
    const fault = visit.written.say(`console.developers.clock.fault.${result.failure}`);
    return { answer: await again(409, fault), path: null };
  }
  const here = consolePaths.clock(organisationId);
  const path = withQuery(here, { applied: result.applied, since });
  return { answer: see(path), path };
}

const liveBack: Back = { status: 409, faults: {}, at: '' };

async function lastPosition(
  { browseEvents }: Pick<Deps, 'browseEvents'>,
  { visitor }: OrganisationVisit,
): Promise<number> {
  const { events } = await browseEvents({
    ...{ organisationId: visitor.at.organisation.id, order: 'newest', from: null, limit: 1 },
    ...{ userProductId: null, type: null },
  });
  return events[0]?.position ?? 0;
}

/** It took too long, or the database went away: the clock may be there already, and what is due may still be ended. */
export function clockUnknown({ written: { say }, params }: Visit<unknown>): PageAnswer {
  return page(
    {
      title: say('console.nav.clock'),
      hasFault: true,
      main: (
        <>
          <Notice tone="waits">
            <p>{say('console.developers.clock.unknown')}</p>
          </Notice>
          <p class="actions">
            <ActionLink href={consolePaths.clock(params.organisation as never)}>
              {say('console.developers.clock.look')}
            </ActionLink>
          </p>
        </>
      ),
    },
    503,
  );
}
