import type { SoldPeriod } from '../../domain/catalogue/sold-period.js';
import type {
  AccountId,
  CartId,
  DocumentId,
  OrganisationId,
  PackageId,
  UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** What an account is about to buy, or has bought. */
export type Cart = {
  readonly id: CartId;
  readonly accountId: AccountId;
  readonly packageId: PackageId;
  readonly packageCode: string;
  /** As it was when the cart was made: what is sold is the period as it stands when that is completed. */
  readonly offered: SoldPeriod;
  readonly quantity: number;
  /** Null: it starts when it is completed. */
  readonly startAt: Instant | null;
  /** Of what will be made, chosen beforehand: completed twice, it makes one. */
  readonly userProductId: UserProductId;
  readonly invoiceId: DocumentId;
  readonly status: 'open' | 'completed';
  /** Real time. */
  readonly createdAt: Instant;
};

export type CartStore = {
  /** By its id; one that is there is left alone. */
  insert(organisationId: OrganisationId, cart: Cart): Promise<'inserted' | 'present'>;
  find(organisationId: OrganisationId, id: CartId): Promise<Cart | null>;
  /** It is completed from now on; one that is stays so. */
  complete(organisationId: OrganisationId, id: CartId): Promise<void>;
  /** How many open ones of an account were made after that; counted up to so many. */
  countOpen(
    organisationId: OrganisationId,
    accountId: AccountId,
    asked: { readonly madeAfter: Instant; readonly most: number },
  ): Promise<number>;
  /** Removes the open ones that were made before that; answers how many there were. */
  removeOpenBefore(organisationId: OrganisationId, madeBefore: Instant): Promise<number>;
};
