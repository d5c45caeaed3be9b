import type { BillingDocument, DocumentType } from '../../domain/billing/billing-document.js';
import type {
  AccountId,
  DocumentId,
  OrganisationId,
  SubscriptionId,
  UserProductId,
} from '../../domain/ids.js';
import type { ListOrder, Page, PageQuery } from './page.js';

/** A document that has its place in its series: it never changes again. */
export type NumberedDocument = BillingDocument & { readonly sequence: number };

/** What documents are asked for by; all that is not null must hold. */
export type DocumentFilter = {
  readonly accountId: AccountId | null;
  readonly subscriptionId: SubscriptionId | null;
  /** Of one of its positions. */
  readonly userProductId: UserProductId | null;
  readonly type: DocumentType | null;
  readonly sequence: number | null;
};

/** By number is by type and then by place in the series, as the numbers sort as text. */
export type DocumentOrder = ListOrder<'createdAt' | 'number'>;

export type DocumentPageQuery = PageQuery & { readonly order: DocumentOrder };

/** Invoices and credit notes, numbered in two series an organisation (docs/spec/product-groups-api.md §6). */
export type BillingDocumentStore = {
  /** Place of the last document of that type, 0 where there is none. */
  lastSequence(organisationId: OrganisationId, type: DocumentType): Promise<number>;
  /**
   * One ordered insert of documents of one type at `after + 1`, `after + 2`, …, which stops at the first duplicate.
   * Answers how many of the given were written, and the places of those of the rest that are there already. None known: a
   * place was taken by somebody else. Throws where an id is taken by what is none of these.
   */
  append(
    organisationId: OrganisationId,
    batch: { readonly after: number; readonly documents: readonly BillingDocument[] },
  ): Promise<{ readonly written: number; readonly known: ReadonlyMap<DocumentId, number> }>;
  /** Those of them that are there, in no order. */
  findMany(
    organisationId: OrganisationId,
    ids: readonly DocumentId[],
  ): Promise<readonly NumberedDocument[]>;
  list(
    organisationId: OrganisationId,
    filter: DocumentFilter,
    page: DocumentPageQuery,
  ): Promise<Page<NumberedDocument>>;
  /**
   * Those that name one of these user products in a position, each once, in no order: part by part as they are taken,
   * because there may be very many.
   */
  ofUserProducts(
    organisationId: OrganisationId,
    ids: readonly UserProductId[],
  ): AsyncIterable<readonly NumberedDocument[]>;
  /** The series of a type in the order of its numbers, those after a place. */
  series(
    organisationId: OrganisationId,
    part: { readonly type: DocumentType; readonly after: number; readonly limit: number },
  ): Promise<readonly NumberedDocument[]>;
};
