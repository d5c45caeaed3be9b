import type { DocumentType } from '../../domain/billing/billing-document.js';
import type { ChangeKind } from '../../domain/user-product/change.js';

/** What is counted for operators, in the domain's words. Counting never throws, and nothing is decided by it. */
export type Metrics = {
  /** A change was decided and committed. */
  readonly decided: (kind: ChangeKind) => void;
  /** A commit found that somebody else had moved the version, and is decided again. */
  readonly commitLost: () => void;
  /** So many periods were ended, the earliest of them so many milliseconds after it was due. */
  readonly periodsEnded: (count: number, lagMs: number) => void;
  /** A user product was set aside: an operator has to look at it. */
  readonly setAside: () => void;
  /** So many documents were drained; the oldest entry among them had waited so many milliseconds. */
  readonly drained: (rows: number, oldestAgeMs: number) => void;
  /** So many invoices or credit notes were given their numbers and written. */
  readonly numbered: (type: DocumentType, documents: number) => void;
  /** One try to deliver a webhook: `result` is one of a few words, never what the other side said. */
  readonly webhookAttempted: (result: string, milliseconds: number) => void;
};

/** How far behind the background is. */
export type Backlog = {
  /** Rows that are due and not yet applied, over all organisations; never more than 10,000. */
  readonly dueRows: number;
  /** How long the oldest entry has waited in an outbox; 0 where none waits. */
  readonly oldestEntryAgeMs: number;
};

/** Asked whenever metrics are read. Rejects when the database does not answer in time. */
export type ReadBacklog = () => Promise<Backlog>;

/** Counts nothing: where metrics are off. */
export const noMetrics: Metrics = {
  decided: () => undefined,
  commitLost: () => undefined,
  periodsEnded: () => undefined,
  setAside: () => undefined,
  drained: () => undefined,
  numbered: () => undefined,
  webhookAttempted: () => undefined,
};
