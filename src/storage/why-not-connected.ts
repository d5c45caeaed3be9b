import { mongo } from 'mongoose';

const authenticationFailed = 18;

/** Of OpenSSL and of node, about the certificate that a server shows. */
const certificateCodes: ReadonlySet<unknown> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const noTlsCodes: ReadonlySet<unknown> = new Set(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER']);

/** Why there is no connection at the start, as one sentence for an operator, without an address or a name in it. */
export function whyNotConnected(error: unknown): string {
  const chain = causesOf(error);
  const codes = chain.map((it) => (it as { code?: unknown }).code);
  if (codes.includes(authenticationFailed)) {
    return 'the database refused the sign-in: look at user, password and authSource in MONGODB_URI';
  }
  const certificate = codes.find((it): it is string => certificateCodes.has(it));
  if (certificate !== undefined) {
    return `the certificate of the database is not trusted (${certificate}): look at its dates, its name and tlsCAFile in MONGODB_URI`;
  }
  if (codes.some((it) => noTlsCodes.has(it))) {
    return 'the database does not speak TLS as MONGODB_URI asks for it: look at tls';
  }
  if (codes.includes('ENOTFOUND')) return 'a host in MONGODB_URI has no address';
  return 'the database cannot be reached';
}

/** The error and whatever stands behind it, the errors of the single servers among them. */
function causesOf(error: unknown): readonly Error[] {
  const found: Error[] = [];
  const open: unknown[] = [error];
  for (let next = open.pop(); next !== undefined && found.length < 50; next = open.pop()) {
    if (!(next instanceof Error) || found.includes(next)) continue;
    found.push(next);
    open.push(next.cause, ...serverErrors(next));
  }
  return found;
}

function serverErrors(error: Error): readonly unknown[] {
  const { reason } = error as { reason?: unknown };
  const isSelection = error instanceof mongo.MongoServerSelectionError;
  if (!isSelection && error.name !== 'MongooseServerSelectionError') return [];
  const { servers } = (reason ?? {}) as { servers?: Map<string, { error?: unknown }> };
  return servers === undefined ? [] : [...servers.values()].map((it) => it.error ?? undefined);
}
