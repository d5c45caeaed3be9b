import type { OrganisationId } from '../../domain/ids.js';
import type { Membership, Operator, Passkey } from '../../domain/operators/operator.js';
import {
  type MembershipDocument,
  type OperatorDocument,
  operatorSchemaVersion,
  type PasskeyDocument,
} from '../schemas/operator.schema.js';
import { assertReadable } from './schema-version.js';
import { idOf, instantOf, objectIdOf, toDate } from './values.mapper.js';

/** An operator as it is stored. */
export function operatorDocument(operator: Operator): OperatorDocument {
  const { identity } = operator;
  return {
    _id: objectIdOf(operator.id),
    schema_version: operatorSchemaVersion,
    name: operator.name,
    email: operator.email,
    ...(identity === null ? {} : { identity }),
    passkeys: operator.passkeys.map(passkeyDocument),
    memberships: operator.memberships.map(membershipDocument),
    disabled: operator.disabled,
    version: operator.version,
  };
}

/** The operator that a document holds. */
export function operatorOf(document: OperatorDocument): Operator {
  assertReadable(document, operatorSchemaVersion);
  return {
    id: idOf(document._id),
    name: document.name,
    email: document.email,
    identity: document.identity ?? null,
    passkeys: document.passkeys.map(passkeyOf),
    memberships: document.memberships.map(membershipOf),
    disabled: document.disabled,
    version: document.version,
  };
}

function passkeyDocument(passkey: Passkey): PasskeyDocument {
  const { id, publicKey, counter, transports, addedAt, answeredAt } = passkey;
  return {
    id,
    public_key: publicKey,
    counter,
    transports: [...transports],
    added_at: toDate(addedAt),
    ...(answeredAt === null ? {} : { answered_at: toDate(answeredAt) }),
  };
}

function passkeyOf(document: PasskeyDocument): Passkey {
  const { id, public_key: publicKey, counter, transports, added_at: addedAt } = document;
  const { answered_at: answeredAt } = document;
  const times = {
    addedAt: instantOf(addedAt),
    answeredAt: answeredAt === undefined ? null : instantOf(answeredAt),
  };
  return { id, publicKey, counter, transports, ...times };
}

function membershipDocument({ organisationId, role }: Membership): MembershipDocument {
  return { organisation_id: organisationId === '*' ? null : objectIdOf(organisationId), role };
}

function membershipOf({ organisation_id: organisationId, role }: MembershipDocument): Membership {
  return {
    organisationId: organisationId === null ? '*' : idOf<OrganisationId>(organisationId),
    role,
  };
}
