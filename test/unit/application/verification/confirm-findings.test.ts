import { describe, expect, test } from '@jest/globals';
import { confirmFindings } from '../../../../src/application/verification/confirm-findings.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { organisationId, rowOf } from './installation-of-rows.js';

const row = rowOf(501);
const moved = rowOf(501, { version: 2 });
const { id } = row.product;

/** What is told of a row that is found like this each time that it is read again; `isBroken`: by version. */
async function told(
  again: readonly (StoredUserProduct | null)[],
  isBroken: (version: number) => boolean,
) {
  const reads = [...again];
  const looked: number[] = [];
  const find = (organisation: string, wanted: string) => {
    expect([organisation, wanted]).toEqual([organisationId, id]);
    return Promise.resolve(reads.shift() ?? null);
  };
  const findings = await confirmFindings({ find }, row, ({ product: { version } }) => {
    looked.push(version);
    const facts = { version };
    return Promise.resolve(
      isBroken(version) ? [{ organisationId, promise: 'tier_lost', facts }] : [],
    );
  });
  return { versions: findings.map(({ facts }) => facts.version), looked, left: reads.length };
}

describe('What is wrong with a row', () => {
  test('is told where nobody has written to it meanwhile', async () => {
    expect(await told([row], () => true)).toEqual({ versions: [1], looked: [1], left: 0 });
  });

  test('is no more where it was written to, and is right by now', async () => {
    const onlyFirst = (version: number) => version === 1;
    expect(await told([moved], onlyFirst)).toEqual({ versions: [], looked: [1, 2], left: 0 });
  });

  test('is told of the row as it is by now, where that is wrong too', async () => {
    expect(await told([moved, moved], () => true)).toEqual({
      versions: [2],
      looked: [1, 2],
      left: 0,
    });
  });

  test('is nothing where nothing is found, and the row is not read again; nor where it is gone', async () => {
    expect(await told([row], () => false)).toEqual({ versions: [], looked: [1], left: 1 });
    expect(await told([null], () => true)).toEqual({ versions: [], looked: [1], left: 0 });
  });
});
