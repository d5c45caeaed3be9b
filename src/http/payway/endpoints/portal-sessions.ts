import { z } from 'zod';
import type {
  CreatePortalSession,
  PortalSessionCommand,
  PortalSessionFailure,
} from '../../../application/portal/create-portal-session.js';
import type { EndPortalSession } from '../../../application/portal/end-portal-session.js';
import { enterAddress } from '../../../application/portal/enter-address.js';
import { type PageLinkId, parseId } from '../../../domain/ids.js';
import {
  type Endpoint,
  type EndpointAnswer,
  type EndpointDescription,
  makeEndpoint,
} from '../../core/endpoint.js';
import type { Problem } from '../../core/problem.js';
import {
  ownPortalSessionBody,
  portalSessionBody,
  toPortalSessionCommand,
} from '../commands/portal-session-body.js';
import type { ErrorCode } from '../problems/error-codes.js';
import { notFound, unknownPortalSession } from '../problems/not-found.js';
import { parameterProblem } from '../problems/parameter-problems.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { hexId, itemOf } from '../schemas.js';

export type PortalSessionsDeps = {
  readonly createPortalSession: CreatePortalSession;
  readonly endPortalSession: EndPortalSession;
  /** What stands before `/portal` in an address; null: there is no portal here, and nobody is let in. */
  readonly portalBaseUrl: (() => string) | null;
};

const all = '/external/api/v1/portal_sessions';
const scope = '/external/portal/w';
const tag = 'Portal';

const portalSessionShape = z
  .strictObject({
    id: hexId,
    url: z.string().meta({ description: 'Opens the portal once; it is told this once' }),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'PortalSession', description: 'A one-time way into the portal' });

const answer = { status: 201, schema: itemOf('PortalSessionAnswer', portalSessionShape) } as const;
const again =
  'The answer is a secret and is not kept: the same request under the same `Idempotency-Key` gets a new address of the ' +
  'same link, and the one before opens nothing more.';

const create = {
  name: 'createPortalSession',
  summary: 'Create a portal session',
  description: `Makes a link that lets a customer into the portal once. ${again}`,
  tag,
  method: 'post',
  path: all,
  scope,
  body: portalSessionBody,
  keeps: 'in_record',
  answersAnew: true,
  answer,
  refusals: ['portal_disabled'],
} as const satisfies EndpointDescription<ErrorCode>;

const createOwn = {
  ...create,
  name: 'createOwnPortalSession',
  summary: 'Create an own portal session',
  description: `Makes a link that lets the account that the token names into the portal once. ${again}`,
  path: '/external/api/v1/me/portal_sessions',
  scope: '/external/me/w',
  needsIdentity: true,
  body: ownPortalSessionBody,
} as const satisfies EndpointDescription<ErrorCode>;

const end = {
  name: 'endPortalSession',
  summary: 'End a portal session',
  description: 'Ends a link, and the session of whoever came by it.',
  tag,
  method: 'delete',
  path: `${all}/{id}`,
  scope,
  keeps: 'in_record',
  answer: { status: 204, schema: null },
  refusals: [],
} as const satisfies EndpointDescription<ErrorCode>;

/** Ways into the portal (docs/spec/pages.md §5); none where there is no portal. */
export function makePortalSessionEndpoints(
  deps: PortalSessionsDeps,
): readonly Endpoint<ErrorCode>[] {
  const { portalBaseUrl } = deps;
  if (portalBaseUrl === null) return [];
  const make = async (command: PortalSessionCommand): Promise<EndpointAnswer> => {
    const made = await deps.createPortalSession(command);
    if (!made.ok) return problems[made.failure];
    const url = enterAddress(portalBaseUrl(), made.secret);
    const expires_at = new Date(made.expiresAt).toISOString();
    return { status: 201, body: { item: { id: made.id, url, expires_at } } };
  };
  return [
    makeEndpoint(create, ({ body, caller: { organisationId }, chosenId }) => {
      const owner = { organisationId, accountId: body.account_id };
      return make(toPortalSessionCommand(body, owner, chosenId));
    }),
    makeEndpoint(createOwn, ({ body, caller, chosenId }) => {
      const { organisationId, accountId } = caller;
      if (accountId === null) return Promise.resolve(notFound);
      return make(toPortalSessionCommand(body, { organisationId, accountId }, chosenId));
    }),
    makeEndpoint(end, async ({ params, caller: { organisationId } }) => {
      const id = parseId<PageLinkId>(params.id);
      const isEnded = id !== null && (await deps.endPortalSession({ organisationId, id }));
      return isEnded ? { status: 204, body: null } : unknownPortalSession;
    }),
  ];
}

const problems: Readonly<Record<PortalSessionFailure, Problem>> = {
  unknown_account: notFound,
  unknown_package: notFound,
  unknown_user_product: notFound,
  portal_disabled: refusedBy('portal_disabled'),
  return_url_not_allowed: parameterProblem(
    'return_url',
    'Parameter must lead to an address that the organisation names, or below it',
  ),
};
