import type { IncomingHttpHeaders } from 'node:http';
import type { OrganisationContext } from '../../application/catalogue/organisation-context.js';
import type { ConsoleOperator } from '../../application/operators/read-console-operator.js';
import type { Requester } from '../../domain/user-product/requester.js';
import type { Role } from '../../domain/operators/role.js';
import type { Visit } from '../kit/page-route.js';

/** The organisation that a page is about, and what the operator is there. */
export type ConsolePlace = OrganisationContext & { readonly role: Role };

/** An operator who is in. */
export type ConsoleVisitor = {
  readonly kind: 'operator';
  readonly operator: ConsoleOperator;
  /** How long this visit lasts unless another page is asked for. */
  readonly secondsLeft: number;
  /** What they chose; null: nothing. */
  readonly locale: string | null;
  /** Null: a page of no organisation, or of one that is none of theirs. */
  readonly at: ConsolePlace | null;
};

/** Somebody who is not in, or not any longer. */
export type ConsoleNobody = {
  readonly kind: 'nobody';
  readonly acceptLanguage: string | undefined;
};

export type ConsoleVisit = Visit<ConsoleVisitor>;

/** A page of an organisation in which the operator is something. */
export type OrganisationVisit = Visit<ConsoleVisitor & { readonly at: ConsolePlace }>;

export function consoleNobody(headers: IncomingHttpHeaders): ConsoleNobody {
  return { kind: 'nobody', acceptLanguage: headers['accept-language'] };
}

/** Who asks for a change that is ordered at the console. */
export function consoleRequester({ visitor }: ConsoleVisit): Requester {
  return `operator:${visitor.operator.id}`;
}
