import type { OrganisationId } from '../../domain/ids.js';

/**
 * An answer as it went out, kept for a day so that the same request gets it again byte for byte
 * (docs/architecture.md §5).
 */
export type KeptAnswer = { readonly status: number; readonly body: string };

/** The first answer under a key, in the document that the write changed or in a record of its own. */
export type IdempotencyRecord = KeptAnswer & {
  readonly keyHash: string;
  readonly commandHash: string;
  /** Real time. */
  readonly keptAt: number;
};

/** How long an answer is kept: 24 hours of real time. */
export const keptForMs = 24 * 60 * 60 * 1000;

/** What is known of a keyed write that is not on a user product. */
export type KeyRecord = {
  readonly keyHash: string;
  readonly commandHash: string;
  /** The id that the write uses, whoever carries it out. */
  readonly chosenId: string;
  /** Real time: since when somebody is at it. */
  readonly heldAt: number;
  /** A refusal wrote nothing: whoever comes next may ask for something else under this key. */
  readonly isFree: boolean;
  /** Null while unfinished. */
  readonly answer: KeptAnswer | null;
};

export type IdempotencyStore = {
  /** Inserts the record, or answers the one that is there; one held since before `expiredBefore` is replaced. */
  claim(
    organisationId: OrganisationId,
    record: KeyRecord,
    expiredBefore: number,
  ): Promise<KeyRecord | null>;
  /** Filtered by the record as it was found, unfinished. False: somebody else was quicker. */
  takeOver(organisationId: OrganisationId, record: KeyRecord, found: KeyRecord): Promise<boolean>;
  /** Filtered by "unfinished" and by the id of the write. */
  keep(organisationId: OrganisationId, record: KeyRecord, answer: KeptAnswer): Promise<void>;
  /** Frees the key, where this call still holds it. */
  release(organisationId: OrganisationId, record: KeyRecord): Promise<void>;
  /** Deletes what is older, and answers how many there were. */
  deleteBefore(organisationId: OrganisationId, heldBefore: number): Promise<number>;
};
