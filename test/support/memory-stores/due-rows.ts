import {
  dueBucketCount,
  type StoredUserProduct,
} from '../../../src/application/ports/user-product-store.js';
import type { Instant } from '../../../src/domain/time/instant.js';
import { dueAtOf } from '../../../src/domain/user-product/due-at.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';

/** Those of these rows that are due and not set aside, the earliest first. */
export function dueBy(rows: readonly StoredUserProduct[], now: Instant): StoredUserProduct[] {
  return rows
    .flatMap((row) => {
      const dueAt = row.dueBlocked ? null : dueAtOf(row.product);
      return dueAt === null || dueAt > now ? [] : [{ row, dueAt }];
    })
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ row }) => row);
}

/** Which part of an organisation's due rows a row belongs to. */
export function bucketOf({ id }: UserProduct): number {
  return Number.parseInt(id.slice(-2), 16) % dueBucketCount;
}
