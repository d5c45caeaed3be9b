import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import type { OrganisationId } from '../../domain/ids.js';
import {
  type PackageDocument,
  packageSchemaVersion,
  type PaymentPeriodDocument,
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
    periods: document.periods.map(paymentPeriodOf),
  };
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
