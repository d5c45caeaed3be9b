import { makeMakeOperatorLink } from '../../../../src/application/operators/make-operator-link.js';
import { makeOpenOperatorLink } from '../../../../src/application/operators/open-operator-link.js';
import type { PageAccessStore } from '../../../../src/application/ports/page-access-store.js';
import type { PageSecrets } from '../../../../src/application/ports/page-secrets.js';
import type { OperatorId, OrganisationId } from '../../../../src/domain/ids.js';
import type { Operator } from '../../../../src/domain/operators/operator.js';
import { at } from '../../../support/domain/at.js';
import { buildOperator } from '../../../support/domain/build-operator.js';
import { idOf } from '../../../support/domain/id-of.js';
import { emptyMemory } from '../../../support/memory-stores/memory.js';
import { makeOperatorStore } from '../../../support/memory-stores/operator-store.js';
import { makePageAccessStore } from '../../../support/memory-stores/page-access-store.js';
import { makeTestTime } from '../../../support/process.js';
import { newId } from '../../../support/stored/ids.js';

export const [first, second] = [idOf<OrganisationId>(1), idOf<OrganisationId>(2)];
export const noon = at('2026-11-01T12:00:00Z');

/** Secrets that tell what they are: `secret-1`, and `#secret-1` is kept of it. */
function countedSecrets(): PageSecrets {
  let count = 0;
  return {
    next: () => `secret-${String((count += 1))}`,
    hashOf: (secret) => `#${secret}`,
  };
}

/** What use cases of operators are made of, over stores in memory. */
export function operatorWorld() {
  const memory = emptyMemory();
  const operators = makeOperatorStore(memory);
  const pageAccess = makePageAccessStore(memory);
  const time = makeTestTime(noon);
  const deps = {
    operators,
    pageAccess,
    pageSecrets: countedSecrets(),
    ids: { next: () => newId() },
    clock: { now: time.now },
  };
  const insert = async (edits: Partial<Operator> = {}): Promise<Operator> => {
    const operator = buildOperator(edits);
    await operators.insert(operator);
    return operator;
  };
  return { deps, time, insert };
}

/** A session of the console that began at noon, as `token`. */
export async function insertSession(
  { pageAccess }: { readonly pageAccess: PageAccessStore },
  operatorId: OperatorId,
  token: string,
): Promise<void> {
  await pageAccess.insertSession({
    tokenHash: `#${token}`,
    owner: { kind: 'console', operatorId },
    linkId: null,
    ...{ createdAt: noon, seenAt: noon, provedAt: noon, endsAt: at('2026-11-02T00:00:00Z') },
    ...{ locale: null, visit: null },
  });
}

export const here = { organisationId: first, role: 'support' } as const;
export const there = { organisationId: second, role: 'owner' } as const;

/** One operator of these memberships, who is in: the session is `open`. */
export async function worldOfOne(memberships: Operator['memberships'] = [here]) {
  const { deps, insert } = operatorWorld();
  const operator = await insert({ memberships });
  await insertSession(deps, operator.id, 'open');
  const isOpen = async () => (await deps.pageAccess.findSession('#open')) !== null;
  const read = () => deps.operators.find(operator.id);
  return { deps, id: operator.id, operator, isOpen, read };
}

/** One operator for whom links are made: the first one's secret is `secret-1`. */
export async function worldOfLinks(edits: Partial<Operator> = {}) {
  const { deps, time, insert } = operatorWorld();
  const operator = await insert({ memberships: [here], ...edits });
  const makeLink = makeMakeOperatorLink(deps);
  const open = makeOpenOperatorLink(deps);
  const openFirst = (sessionToken: string | null = null) =>
    open({ token: 'secret-1', sessionToken });
  return { deps, time, operator, id: operator.id, makeLink, open, openFirst };
}
