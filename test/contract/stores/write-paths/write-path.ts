import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../../src/storage/open-stores.js';

/** A write that is ready to be sent, and a look at whether it is stored. */
export type Written = {
  readonly run: () => Promise<unknown>;
  readonly isStored: () => Promise<boolean>;
};

/** One of the ways in which the product writes, and the command that it sends for it. */
export type WritePath = {
  readonly name: string;
  readonly command: 'findAndModify' | 'insert' | 'update' | 'delete';
  /** One of several is at fault: each is sent again by itself. */
  readonly isSentAgain?: true;
  readonly prepare: (stores: Stores) => Promise<Written>;
};

/** The version that is stored of a row. */
export const versionOf = async ({ userProducts }: Stores, row: UserProduct) =>
  (await userProducts.find(row.organisationId, row.id))?.product.version;
