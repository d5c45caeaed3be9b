import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog, Metrics, ReadBacklog } from '../application/ports/metrics.js';

/** What of a finished request is counted. `route` is a pattern, never a path: each pair of labels is kept for good. */
type CountedRequest = {
  readonly method: string;
  readonly route: string;
  /** Null: the client was gone before it was answered. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** The code in the answer, where it was a refusal; one of those that the API document lists. */
  readonly refusal: string | null;
};

type CountedCommand = {
  readonly name: string;
  readonly isOk: boolean;
  readonly milliseconds: number;
};

/** What a process counts of itself, and how Prometheus reads it. */
export type ProcessMetrics = Metrics & {
  readonly requestEnded: (request: CountedRequest) => void;
  readonly databaseAnswered: (command: CountedCommand) => void;
  /** From now on the backlog is read, too, whenever the metrics are. */
  readonly watchBacklog: (readBacklog: ReadBacklog) => void;
  /** All of it in Prometheus's text format. */
  readonly read: () => Promise<{ readonly contentType: string; readonly text: string }>;
};

/** From a cached read to a request that is given up. */
const answerSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** From the worker's own pace to a day that it was not running. */
const lagSeconds = [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400];

/** Metrics in a registry of their own, those of the node process among them. */
export function makeMetrics(): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    ...changeMetrics(registry),
    ...backgroundMetrics(registry),
    ...documentMetrics(registry),
    ...answerMetrics(registry),
    watchBacklog: (readBacklog) => {
      watchBacklog(registry, readBacklog);
    },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function changeMetrics(registry: Registry): Pick<Metrics, 'decided' | 'commitLost' | 'setAside'> {
  const registers = [registry];
  const decided = new Counter({
    name: 'gateway_changes_decided_total',
    help: 'Changes that were decided and committed, by kind',
    labelNames: ['kind'],
    registers,
  });
  const lost = new Counter({
    name: 'gateway_commits_lost_total',
    help: 'Commits that found the version moved by somebody else',
    registers,
  });
  const setAside = new Counter({
    name: 'gateway_user_products_set_aside_total',
    help: 'User products that were set aside because they cannot be read or decided',
    registers,
  });
  return {
    decided: (kind) => {
      decided.inc({ kind });
    },
    commitLost: () => {
      lost.inc();
    },
    setAside: () => {
      setAside.inc();
    },
  };
}

function backgroundMetrics(
  registry: Registry,
): Pick<Metrics, 'periodsEnded' | 'drained' | 'webhookAttempted'> {
  const registers = [registry];
  const ended = new Counter({
    name: 'gateway_periods_ended_total',
    help: 'Periods that were ended by the worker or a step of a test clock',
    registers,
  });
  const lag = new Histogram({
    name: 'gateway_period_end_lag_seconds',
    help: 'How late the earliest period of a page was ended',
    buckets: lagSeconds,
    registers,
  });
  const drained = new Counter({
    name: 'gateway_outbox_drained_total',
    help: 'Documents whose outbox was drained',
    registers,
  });
  const age = new Histogram({
    name: 'gateway_outbox_drained_age_seconds',
    help: 'How long the oldest entry of a page had waited when it was drained',
    buckets: lagSeconds,
    registers,
  });
  const attempts = new Histogram({
    name: 'gateway_webhook_attempt_duration_seconds',
    help: 'Tries to deliver a webhook, by what came of them',
    labelNames: ['result'],
    buckets: answerSeconds,
    registers,
  });
  return {
    periodsEnded: (count, lagMs) => {
      ended.inc(count);
      lag.observe(lagMs / 1_000);
    },
    drained: (rows, oldestAgeMs) => {
      drained.inc(rows);
      age.observe(oldestAgeMs / 1_000);
    },
    webhookAttempted: (result, milliseconds) => {
      attempts.observe({ result }, milliseconds / 1_000);
    },
  };
}

function documentMetrics(registry: Registry): Pick<Metrics, 'numbered'> {
  const numbered = new Counter({
    name: 'gateway_billing_documents_total',
    help: 'Billing documents that were given their number and written, by type',
    labelNames: ['type'],
    registers: [registry],
  });
  return {
    numbered: (type, documents) => {
      numbered.inc({ type }, documents);
    },
  };
}

function answerMetrics(
  registry: Registry,
): Pick<ProcessMetrics, 'requestEnded' | 'databaseAnswered'> {
  const registers = [registry];
  const requests = new Histogram({
    name: 'gateway_http_request_duration_seconds',
    help: 'Requests by method, route and status; no_answer: the client was gone before',
    labelNames: ['method', 'route', 'status'],
    buckets: answerSeconds,
    registers,
  });
  const refusals = new Counter({
    name: 'gateway_refusals_total',
    help: 'Requests that were refused, by the code in the answer',
    labelNames: ['code'],
    registers,
  });
  const commands = new Histogram({
    name: 'gateway_database_command_duration_seconds',
    help: 'Commands to the database, by name and by whether they succeeded',
    labelNames: ['command', 'outcome'],
    buckets: answerSeconds,
    registers,
  });
  return {
    requestEnded: ({ method, route, status, milliseconds, refusal }) => {
      requests.observe({ method, route, status: status ?? 'no_answer' }, milliseconds / 1_000);
      if (refusal !== null) refusals.inc({ code: refusal });
    },
    databaseAnswered: ({ name, isOk, milliseconds }) => {
      commands.observe({ command: name, outcome: isOk ? 'ok' : 'failed' }, milliseconds / 1_000);
    },
  };
}

/** Where the database does not say, neither do these: a stale number would look like a healthy one. */
function watchBacklog(registry: Registry, readBacklog: ReadBacklog): void {
  const backlog = (): Promise<Backlog> =>
    readBacklog().catch(() => ({ dueRows: NaN, oldestEntryAgeMs: NaN }));
  registry.registerMetric(
    new Gauge({
      name: 'gateway_due_rows',
      help: 'User products that are due and wait for the worker, 10000 at most',
      registers: [],
      async collect() {
        this.set((await backlog()).dueRows);
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'gateway_outbox_oldest_entry_age_seconds',
      help: 'How long the oldest entry has waited in an outbox; 0 where none waits',
      registers: [],
      async collect() {
        this.set((await backlog()).oldestEntryAgeMs / 1_000);
      },
    }),
  );
}
