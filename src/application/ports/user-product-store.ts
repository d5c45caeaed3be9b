import type { ChangeRowWrite } from '../../domain/user-product/change.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import type {
  AccountId,
  ChangeId,
  OrganisationId,
  OutboxEntryId,
  UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { UnreadableUserProduct } from './failures.js';
import type { IdempotencyRecord } from './idempotency-store.js';

/**
 * The sizes that the commit protocol is written for (docs/architecture.md §3, §4). They stand here and nowhere else:
 * whoever decides and whoever stores must mean the same.
 */
export const outboxLimit = 32;
export const recentChangesLimit = 32;
export const keptAnswersLimit = 32;
/** Parts of an organisation's due rows, so that many workers meet rarely. */
export const dueBucketCount = 64;

/** What one commit still has to be told to the other collections. Waits inside the user product's document. */
export type OutboxEntry = {
  readonly id: OutboxEntryId;
  /** Real time: `verify` reports an entry older than a minute. */
  readonly createdAt: Instant;
  readonly changeRows: readonly ChangeRowWrite[];
  readonly events: readonly DomainEvent[];
};

/** A user product with what the commit protocol keeps beside it (docs/architecture.md §3). */
export type StoredUserProduct = {
  readonly product: UserProduct;
  readonly outbox: readonly OutboxEntry[];
  /** The last changes committed to this document, oldest first. */
  readonly recentChanges: readonly ChangeId[];
  /** Set while the successor may not be inserted yet. */
  readonly successor: Successor | null;
  /** Set aside by the worker because deciding threw; a commit that moves the row on, after a repair, clears it. */
  readonly dueBlocked: boolean;
  /** Answers kept for their `Idempotency-Key`, oldest first, expired ones among them (docs/architecture.md §5). */
  readonly keptAnswers: readonly IdempotencyRecord[];
};

/** A user product about to be inserted: a successor with the outbox of its chain, or a first one. */
export type Successor = {
  readonly product: UserProduct;
  readonly outbox: readonly OutboxEntry[];
};

/**
 * One commit: version-filtered by `next.version - 1`. With a successor the source's outbox becomes empty, because its
 * undrained entries and the new one are in `successor.outbox`; without one, `entry` is pushed.
 */
export type CommitWrite = {
  readonly next: UserProduct;
  readonly changeId: ChangeId | null;
  readonly entry: OutboxEntry;
  readonly successor: Successor | null;
  /** The answer that this commit is to be repeated with; null where no key was sent. */
  readonly kept: KeptAnswers | null;
};

/** One more answer, and what becomes of those that were read: written only where no other was kept since. */
export type KeptAnswers = {
  readonly before: readonly IdempotencyRecord[];
  /** Those that stay. */
  readonly fresh: readonly IdempotencyRecord[];
  readonly record: IdempotencyRecord;
};

/** `done`: this commit was written. `lost`: the version had moved, nothing was written. */
export type CommitResult = 'done' | 'lost';

/** What of one document has been written elsewhere and may go. */
export type DrainedMark = {
  readonly userProductId: UserProductId;
  readonly entryIds: readonly OutboxEntryId[];
  /** The successor that is inserted: `$unset`, filtered by this id. */
  readonly successorId: UserProductId | null;
};

/**
 * Told of each document of a list that cannot be read and is left out of it. Where nobody is to be told, one such document
 * throws.
 */
export type OnUnreadable = (userProduct: UnreadableUserProduct) => void;

export type DuePageQuery = {
  readonly now: Instant;
  readonly limit: number;
  /** One bucket for the worker; all of them, in order of due instant, for a test clock. */
  readonly bucket: number | 'all';
  readonly onUnreadable?: OnUnreadable;
};

/** User products by organisation. Single-document commands only; each is atomic. */
export type UserProductStore = {
  /**
   * Of that account alone where one is given: on a sharded cluster a read that names it asks one shard. Throws
   * `UnreadableUserProductError` for a document that cannot be read, as every read of a single one does.
   */
  find(
    organisationId: OrganisationId,
    id: UserProductId,
    accountId?: AccountId,
  ): Promise<StoredUserProduct | null>;
  /** The document whose not yet inserted `successor` has this id; of that account alone where one is given. */
  findBySuccessor(
    organisationId: OrganisationId,
    successorId: UserProductId,
    accountId?: AccountId,
  ): Promise<StoredUserProduct | null>;
  /** Oldest first. */
  listByAccount(
    organisationId: OrganisationId,
    accountId: AccountId,
    onUnreadable?: OnUnreadable,
  ): Promise<readonly StoredUserProduct[]>;
  /** Throws `OutcomeUnknownError` when the reply was lost, `StoreUnavailableError` when nothing was sent. */
  commit(organisationId: OrganisationId, write: CommitWrite): Promise<CommitResult>;
  /** Keeps an answer and writes nothing else, filtered by the version. Throws as `commit` does. */
  keepAnswer(
    organisationId: OrganisationId,
    row: UserProduct,
    kept: KeptAnswers,
  ): Promise<CommitResult>;
  /**
   * One bulk of version-filtered updates; answers how many were written. Lost rows do not match. In order: where it is cut
   * short, none is written that stands behind one which is not.
   */
  commitMany(
    organisationId: OrganisationId,
    writes: readonly CommitWrite[],
    order?: 'in order',
  ): Promise<number>;
  /** By its own id: `present` when it was there already. Any other duplicate key throws. */
  insert(organisationId: OrganisationId, successor: Successor): Promise<'inserted' | 'present'>;
  findDue(
    organisationId: OrganisationId,
    query: DuePageQuery,
  ): Promise<readonly StoredUserProduct[]>;
  /**
   * Sets a row aside, filtered by its version; whatever version it is for `any`. False: it has moved, or was set aside
   * before and is not found due since.
   */
  block(
    organisationId: OrganisationId,
    id: UserProductId,
    version: number | 'any',
  ): Promise<boolean>;
};

type DrainQuery = {
  readonly organisationId: OrganisationId | 'all';
  readonly limit: number;
  /** Of all: those that are left alone. */
  readonly except?: readonly OrganisationId[];
  readonly onUnreadable?: OnUnreadable;
};

/**
 * The drain's view of the same collection: across organisations (docs/architecture.md §6), in bulk, never touching
 * `version`.
 */
export type OutboxStore = {
  /**
   * Takes a successor that is inserted out of its source, by its id, and answers out of how many. The request has mostly
   * inserted its own, so this spares reading and sending whole documents.
   */
  releaseInserted(query: DrainQuery): Promise<number>;
  /** Rows with an outbox entry or a successor. */
  findDrainable(query: DrainQuery): Promise<readonly StoredUserProduct[]>;
  /** Inserts by id; those present already are left alone. */
  insertSuccessors(successors: readonly Successor[]): Promise<void>;
  markDrained(marks: readonly DrainedMark[]): Promise<void>;
};

/** All user products of an organisation, page by page in the order of their ids: for `verify` and `export`. */
export type UserProductWalk = {
  page(
    organisationId: OrganisationId,
    page: { after: UserProductId | null; limit: number; onUnreadable?: OnUnreadable },
  ): Promise<readonly StoredUserProduct[]>;
  /** Which of these exist: an import keeps them as they are. */
  existing(
    organisationId: OrganisationId,
    ids: readonly UserProductId[],
  ): Promise<ReadonlySet<UserProductId>>;
};
