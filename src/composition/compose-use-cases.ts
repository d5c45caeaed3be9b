import { makeRemoveOldCarts } from '../application/retention/remove-old-carts.js';
import {
  type OrganisationNow,
  type OrganisationTime,
  makeOrganisationNow,
  makeOrganisationTime,
} from '../application/clock/organisation-now.js';
import { makeSetCustomerNumber } from '../application/user-product/set-customer-number.js';
import type { ReadOrganisationContext } from '../application/catalogue/organisation-context.js';
import { type FindPackage, makeFindPackage } from '../application/catalogue/find-package.js';
import { makeListPackages } from '../application/catalogue/list-packages.js';
import { makeReadOrganisationContext } from '../application/catalogue/read-organisation-context.js';
import { makeAppendEvents } from '../application/commit/append-events.js';
import { makeNumberDocuments } from '../application/commit/number-documents.js';
import { type ApplyDue, makeApplyDue } from '../application/user-product/apply-due.js';
import { type Attempts, makeAttempts } from '../application/commit/attempts.js';
import { makeCommittedRows } from '../application/commit/drain-committed.js';
import { makeInsertBehind } from '../application/commit/insert-behind.js';
import { makeSendCommit, makeSendKept } from '../application/commit/send-commit.js';
import { makeSetAside, type SetAside } from '../application/commit/set-aside.js';
import {
  type DrainOutbox,
  type DrainRows,
  makeDrainOutbox,
  makeDrainRows,
} from '../application/commit/drain-outbox.js';
import {
  makeCancelPendingChange,
  makeCancelUserProduct,
  makeEditUserProduct,
  makeReactivateUserProduct,
} from '../application/user-product/edit-user-products.js';
import { makeCreateUserProduct } from '../application/user-product/create-user-product.js';
import { makeListChanges } from '../application/change/list-changes.js';
import { makeReadTimeline } from '../application/change/read-timeline.js';
import { makeReadSubscription } from '../application/change/read-subscription.js';
import { makeListPendingChanges } from '../application/change/list-pending-changes.js';
import { makeListChains } from '../application/user-product/list-chains.js';
import { makeFindChain } from '../application/user-product/find-chain.js';
import { makeListSubscriptions } from '../application/user-product/list-subscriptions.js';
import { makeCountComingEnds } from '../application/user-product/count-coming-ends.js';
import { makeSearchSubscriptions } from '../application/user-product/search-subscriptions.js';
import { makeListUserProducts } from '../application/user-product/list-user-products.js';
import {
  type LoadUserProduct,
  makeLoadUserProduct,
} from '../application/commit/load-user-product.js';
import { makeReadAccountRows } from '../application/user-product/read-account-rows.js';
import { makeUndoChange } from '../application/change/undo-change.js';
import { makeWriteByRule } from '../application/commit/write-by-rule.js';
import { makeListEvents } from '../application/events/list-events.js';
import { makeForgetOldAnswers } from '../application/idempotency/forget-old-answers.js';
import { makeRunOnce } from '../application/idempotency/run-once.js';
import { makeApplyAllDue } from '../application/period-end/apply-all-due.js';
import { makeApplyDuePage } from '../application/period-end/apply-due-page.js';
import { makeHoldPeriodEnds } from '../application/clock/hold-period-ends.js';
import { makeRunPeriodEnd } from '../application/period-end/run-period-end.js';
import { makeIsStepTooLong } from '../application/period-end/is-step-too-long.js';
import { makeReadTestClock, makeSetTestClock } from '../application/clock/test-clock.js';
import { makeReadAttention } from '../application/user-product/read-attention.js';
import { makeCheckReadiness } from '../application/verification/check-readiness.js';
import { composeChanges } from './compose-changes.js';
import { composeCatalogue } from './compose-catalogue.js';
import { composeCheckout } from './compose-checkout.js';
import { composeDocumentReads } from './compose-document-reads.js';
import { composePortal } from './compose-portal.js';
import type { ChangeStores, Surroundings } from './change-surroundings.js';

export type UseCases = ReturnType<typeof composeUseCases>;

/** Wires ports to use cases, once. Knows no adapter, so that a test can hand in a store that fails where it is told to. */
export function composeUseCases(stores: ChangeStores, surroundings: Surroundings) {
  const setAside = makeSetAside({ ...stores, ...surroundings });
  const shared = { ...stores, ...surroundings, setAside };
  const organisationNow: OrganisationNow = makeOrganisationNow(shared);
  const organisationTime = makeOrganisationTime(shared);
  const readContext = makeReadOrganisationContext(shared);
  const findPackage = makeFindPackage({ readContext });
  const appendEvents = makeAppendEvents(shared);
  const drains = { ...shared, numberDocuments: makeNumberDocuments(shared), appendEvents };
  const drainRows = makeDrainRows(drains);
  const drainOutbox = makeDrainOutbox({ ...drains, drainRows });
  const load = makeLoadUserProduct(shared);
  const sendCommit = makeSendCommit({ ...shared, insertBehind: makeInsertBehind(shared) });
  const sendKept = makeSendKept(shared);
  const sending = { sendCommit, sendKept };
  const attempts = makeAttempts({ ...shared, load, drainRows, organisationTime, ...sending });
  const applyDue = makeApplyDue({ ...shared, attempts });
  const applyDuePage = makeApplyDuePage({ ...shared, drainRows });
  const applyAllDue = makeApplyAllDue({ ...shared, drainRows, drainOutbox, readContext });
  const holdPeriodEnds = makeHoldPeriodEnds(shared);
  const isStepTooLong = makeIsStepTooLong({ ...shared, readContext });
  const ends = { applyDuePage, applyAllDue, holdPeriodEnds };
  const reading = { readContext, organisationNow, organisationTime, load, findPackage };
  const parts = { ...reading, attempts, applyDue, drainRows, drainOutbox };
  const writes = composeWrites(shared, parts);
  const reads = composeReads(shared, parts);
  return {
    ...writes,
    ...composeChanges(stores, surroundings, parts),
    ...reads,
    ...composeCheckout(shared, { ...parts, ...writes, ...reads }),
    ...composePortal(shared, parts),
    runPeriodEnd: makeRunPeriodEnd({ ...shared, readContext, organisationTime, ...ends }),
    drainOutbox,
    committedRows: makeCommittedRows({ ...shared, drainRows }),
    organisationNow,
    readTestClock: makeReadTestClock(shared),
    setTestClock: makeSetTestClock({ ...shared, ...ends, isStepTooLong }),
    checkReadiness: makeCheckReadiness(shared),
  };
}

type Shared = ChangeStores & Surroundings & { readonly setAside: SetAside };
type Reading = {
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
};

/** What callers ask to be told. */
function composeReads(
  shared: Shared,
  parts: Reading & {
    readonly organisationTime: OrganisationTime;
    readonly load: LoadUserProduct;
    readonly drainRows: DrainRows;
    readonly applyDue: ApplyDue;
    readonly findPackage: FindPackage;
  },
) {
  const readAccountRows = makeReadAccountRows({ ...shared, ...parts });
  const { findPackage } = parts;
  return {
    listUserProducts: makeListUserProducts({ readAccountRows }),
    listSubscriptions: makeListSubscriptions({ readAccountRows }),
    listChains: makeListChains({ ...shared, ...parts, readAccountRows }),
    findChain: makeFindChain({ ...shared, readAccountRows }),
    listPendingChanges: makeListPendingChanges({ readAccountRows }),
    listChanges: makeListChanges({ ...shared, readAccountRows }),
    searchSubscriptions: makeSearchSubscriptions({ ...shared, ...parts }),
    readAttention: makeReadAttention(shared),
    countComingEnds: makeCountComingEnds(shared),
    readAccountRows,
    readSubscription: makeReadSubscription({ ...shared, ...parts, readAccountRows }),
    readTimeline: makeReadTimeline(shared),
    listEvents: makeListEvents({ ...shared, ...parts }),
    ...composeDocumentReads({ ...shared, ...parts, readAccountRows }),
    findPackage,
    listPackages: makeListPackages({ ...parts, findPackage }),
  };
}

/** What callers ask to be written. */
function composeWrites(
  shared: Shared,
  parts: Reading & {
    readonly attempts: Attempts;
    readonly load: LoadUserProduct;
    readonly drainOutbox: DrainOutbox;
    readonly findPackage: FindPackage;
  },
) {
  const { readContext, organisationNow, findPackage, attempts } = parts;
  const writeByRule = makeWriteByRule({ attempts });
  const writes = { ...shared, readContext, writeByRule };
  return {
    cancelPendingChange: makeCancelPendingChange(writes),
    cancelUserProduct: makeCancelUserProduct(writes),
    reactivateUserProduct: makeReactivateUserProduct(writes),
    editUserProduct: makeEditUserProduct(writes),
    createUserProduct: makeCreateUserProduct({ ...shared, findPackage, organisationNow }),
    setCustomerNumber: makeSetCustomerNumber(shared),
    undoChange: makeUndoChange({ ...writes, ...parts }),
    ...composeCatalogue({ ...shared, readContext }),
    runOnce: makeRunOnce(shared),
    forgetOldAnswers: makeForgetOldAnswers(shared),
    removeOldCarts: makeRemoveOldCarts(shared),
  };
}
