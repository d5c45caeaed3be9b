import { toId, type AuditEntryId } from '../../domain/ids.js';
import type { AuditEntry, AuditFacts, AuditOutcome, AuditStore } from '../ports/audit-store.js';
import type { Log } from '../ports/log.js';
import type { Clock, IdSource } from '../ports/surroundings.js';

/** Who asks, for what, from which request. */
export type AuditedAct = Pick<
  AuditEntry,
  'organisationId' | 'who' | 'role' | 'action' | 'ids' | 'before' | 'requestId'
>;

/** What an effect left behind: ids that nobody knew before it, and what is different. Never a secret. */
type AuditedEffect = {
  readonly ids?: AuditEntry['ids'];
  readonly after?: AuditFacts;
};

type AuditedResult = { readonly ok: boolean; readonly failure?: string };
type DoneOf<Result> = Extract<Result, { readonly ok: true }>;

/**
 * Runs what an operator asked for. The entry `asked` is on disk before the effect begins: where it cannot be written,
 * nothing is done. It is closed by what came of it, and there is a line in the log.
 */
export type Audited = <Result extends AuditedResult>(
  act: AuditedAct,
  run: () => Promise<Result>,
  effectOf?: (done: DoneOf<Result>) => AuditedEffect,
) => Promise<Result>;

export type AuditedDeps = {
  readonly audit: Pick<AuditStore, 'insert' | 'close'>;
  readonly ids: IdSource;
  /** Real time. */
  readonly clock: Clock;
  readonly log: Log;
};

/** Writes down what operators do, before and after (docs/spec/pages.md §10). */
export function makeAudited(deps: AuditedDeps): Audited {
  return async (act, run, effectOf = () => ({})) => {
    const entry = await ask(deps, act);
    let outcome: AuditOutcome = { state: 'failed', ids: {}, after: null };
    try {
      const result = await run();
      outcome = outcomeOf(result, effectOf);
      return result;
    } finally {
      await close(deps, entry, outcome);
    }
  };
}

async function ask(
  { audit, ids, clock }: AuditedDeps,
  { organisationId, who, role, action, ids: about, before, requestId }: AuditedAct,
): Promise<AuditEntry> {
  const entry: AuditEntry = {
    ...{ organisationId, who, role, action, ids: about, before, requestId },
    id: toId<AuditEntryId>(ids.next()),
    at: clock.now(),
    after: null,
    state: 'asked',
  };
  await audit.insert(organisationId, entry);
  return entry;
}

function outcomeOf<Result extends AuditedResult>(
  result: Result,
  effectOf: (done: DoneOf<Result>) => AuditedEffect,
): AuditOutcome {
  if (!result.ok) {
    const { failure } = result;
    return { state: 'refused', ids: {}, after: failure === undefined ? null : { failure } };
  }
  const { ids = {}, after = null } = effectOf(result as DoneOf<Result>);
  return { state: 'done', ids, after };
}

/** An entry that cannot be closed stays `asked`: what was done is done, and whoever asked is told of that. */
async function close(
  { audit, log }: AuditedDeps,
  entry: AuditEntry,
  outcome: AuditOutcome,
): Promise<void> {
  const { organisationId, who, role, action, requestId, id: entryId } = entry;
  const ids = { ...entry.ids, ...outcome.ids };
  const facts = { organisationId, who, role, action, ids, requestId, entryId };
  log.info('operator action', { audit: true, ...facts, state: outcome.state });
  try {
    await audit.close(organisationId, entry, outcome);
  } catch (error) {
    log.error('an audit entry could not be closed', { organisationId, entryId, error });
  }
}
