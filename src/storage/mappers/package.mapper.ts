import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { RevisedPackage } from '../../domain/catalogue/revised-package.js';
import type { Revision } from '../../domain/catalogue/revision.js';
import type { OrganisationId, PaymentPeriodId } from '../../domain/ids.js';
import {
  type PackageDocument,
  packageSchemaVersion,
  type PaymentPeriodDocument,
  type RevisionDocument,
} from '../schemas/package.schema.js';
import { rankNumber, readRank } from './rank.mapper.js';
import { assertReadable } from './schema-version.js';
import {
  billingPart,
  readBillingPart,
  toDate,
  idOf,
  instantOf,
  moneyDocument,
  moneyOf,
  nullable,
  objectIdOf,
} from './values.mapper.js';

/** A package as it is stored, its payment periods inside. */
export function packageDocument(organisationId: OrganisationId, pack: Package): PackageDocument {
  return {
    _id: objectIdOf(pack.id),
    schema_version: packageSchemaVersion,
    organisation_id: objectIdOf(organisationId),
    code: pack.code,
    kind: pack.kind,
    name: pack.name,
    title_code: pack.titleCode,
    rank: rankNumber(pack.rank),
    base_package_code: pack.basePackageCode,
    integration_code: pack.integrationCode,
    customer_can_cancel: pack.customerCanCancel,
    vat_code: pack.vatCode,
    valid_from: nullable(pack.validFrom, toDate),
    valid_to: nullable(pack.validTo, toDate),
    archived: pack.archived,
    tags: pack.tags.map(({ name, type }) => ({ name, type })),
    description: Object.keys(pack.description).length === 0 ? null : { ...pack.description },
    periods: pack.periods.map(paymentPeriodDocument),
  };
}

/** The package that a document holds. */
export function packageOf(document: PackageDocument): Package {
  assertReadable(document, packageSchemaVersion);
  return {
    id: idOf(document._id),
    code: document.code,
    kind: document.kind,
    name: document.name,
    titleCode: document.title_code ?? null,
    rank: readRank(document.rank),
    basePackageCode: document.base_package_code ?? null,
    integrationCode: document.integration_code ?? null,
    customerCanCancel: document.customer_can_cancel,
    vatCode: document.vat_code ?? null,
    validFrom: nullable(document.valid_from, instantOf),
    validTo: nullable(document.valid_to, instantOf),
    archived: document.archived,
    tags: document.tags.map(({ name, type }) => ({ name, type })),
    description: document.description ?? {},
    periods: document.periods.map(paymentPeriodOf),
  };
}

/** The same with how often it was edited, and each of its periods. */
export function revisedPackageDocument(
  organisationId: OrganisationId,
  { package: pack, revision, periodRevisions, edits }: RevisedPackage,
): PackageDocument {
  const document = packageDocument(organisationId, pack);
  const periods = pack.periods.map((period) => {
    const own = periodRevisions.get(period.id);
    const part = paymentPeriodDocument(period);
    return own === undefined ? part : { ...part, revision: revisionDocument(own) };
  });
  const counted = edits === 0 ? {} : { edits };
  return { ...document, periods, revision: revisionDocument(revision), ...counted };
}

/** The package that a document holds, with how often it was edited. */
export function revisedPackageOf(document: PackageDocument): RevisedPackage {
  const madeAt = instantOf(document._id.getTimestamp());
  const first: Revision = { version: 1, createdAt: madeAt, updatedAt: madeAt };
  return {
    package: packageOf(document),
    revision: nullable(document.revision, revisionOf) ?? first,
    periodRevisions: new Map(
      document.periods.map(({ id, revision }) => [
        idOf<PaymentPeriodId>(id),
        nullable(revision, revisionOf) ?? first,
      ]),
    ),
    edits: document.edits ?? 0,
  };
}

function revisionDocument({ version, createdAt, updatedAt }: Revision): RevisionDocument {
  return { version, created_at: toDate(createdAt), updated_at: toDate(updatedAt) };
}

function revisionOf({ version, created_at, updated_at }: RevisionDocument): Revision {
  return { version, createdAt: instantOf(created_at), updatedAt: instantOf(updated_at) };
}

function paymentPeriodDocument(period: PaymentPeriod): PaymentPeriodDocument {
  const { unit, length } = period.interval;
  return {
    id: objectIdOf(period.id),
    type: period.type,
    payment_method: period.paymentMethod,
    enabled: period.enabled,
    interval: { unit, length },
    price: moneyDocument(period.price),
    ...billingPart(period),
  };
}

function paymentPeriodOf(document: PaymentPeriodDocument): PaymentPeriod {
  const { unit, length } = document.interval;
  return {
    id: idOf(document.id),
    type: document.type,
    paymentMethod: document.payment_method,
    enabled: document.enabled,
    interval: { unit, length },
    price: moneyOf(document.price),
    ...readBillingPart(document),
  };
}
