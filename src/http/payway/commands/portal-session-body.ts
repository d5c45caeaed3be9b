import { z } from 'zod';
import type { PortalSessionCommand } from '../../../application/portal/create-portal-session.js';
import type { PortalFlow } from '../../../application/ports/page-access-store.js';
import {
  type AccountId,
  type OrganisationId,
  type PageLinkId,
  parseId,
  toIdOrNull,
  type UserProductId,
} from '../../../domain/ids.js';
import { setPart } from '../../core/body/list-part.js';
import { must, readablePart, textPart, wholePart } from '../../core/body/plain-parts.js';
import { tellFault } from '../../core/body/tell-fault.js';

const idPattern = /^[a-fA-F\d]{24}$/;
const anId = readablePart(idPattern, (sent) => parseId(sent));
const code = textPart(1, 50, /^[a-zA-Z-_0-9]+$/);

const flow = z
  .strictObject({
    type: must(z.enum(['change', 'change_confirm', 'cancel', 'pending'])),
    user_product_id: must(readablePart(idPattern, (sent) => parseId<UserProductId>(sent))),
    package_code: code.optional(),
    target_period_id: anId.optional(),
    tier: anId.optional(),
    price_plan: anId.optional(),
  })
  .superRefine(tellFlowFaults)
  .meta({
    id: 'PortalFlow',
    description: 'What the visitor comes to do; while it lasts, nothing else is shown',
  });

type FlowSent = {
  readonly type: PortalFlow['type'];
  readonly package_code?: string | undefined;
  readonly target_period_id?: string | undefined;
  readonly tier?: string | undefined;
  readonly price_plan?: string | undefined;
};

const targets = ['package_code', 'target_period_id', 'tier', 'price_plan'] as const;

/** A target is a package with a period of it, or a tier with a price plan of it, of what changes alone. */
function tellFlowFaults(sent: FlowSent, context: z.RefinementCtx): void {
  const named = targets.filter((it) => sent[it] !== undefined);
  if (sent.type === 'cancel' || sent.type === 'pending') {
    tellConflicts(named, 'flow.type', context);
    return;
  }
  const byPackage = named.filter(isOfPackage);
  const byTier = named.filter((it) => !isOfPackage(it));
  const lacks = byPackage.length === 0 && byTier.length > 0 ? 'tier' : 'package_code';
  const isNeeded = named.length > 0 || sent.type === 'change_confirm';
  if (isNeeded && !named.includes(lacks)) tellFault(context, { fault: 'absent' }, [lacks]);
  if (byPackage.length > 0) tellConflicts(byTier, 'flow.package_code', context);
}

function isOfPackage(name: string): boolean {
  return name === 'package_code' || name === 'target_period_id';
}

function tellConflicts(names: readonly string[], other: string, context: z.RefinementCtx): void {
  for (const it of names) tellFault(context, { fault: 'conflict', with: other }, [it]);
}

/** How long a link may be good for, in minutes, and for how long it is where nothing is said. */
const lives = {
  redirect: { minimum: 1, maximum: 15, usual: 5 },
  message: { minimum: 5, maximum: 1_440, usual: 60 },
} as const;

const least = lives.redirect.minimum;
const most = lives.message.maximum;

const visitFields = {
  return_url: must(textPart(1, 2_000)).overwrite((sent) =>
    URL.canParse(sent) ? new URL(sent).href : sent,
  ),
  locale: textPart(2, 35, /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/).optional(),
  delivery: z.enum(['redirect', 'message']).default('redirect'),
  expires_in_minutes: wholePart(least, most).optional(),
  offer: setPart(code, { minItems: 1, maxItems: 50 }).optional(),
  flow: flow.optional(),
};

type Visit = z.output<z.ZodObject<typeof visitFields>>;

/** Of what is within the widest bounds: what is not is told already. */
function tellLifeFault(sent: Visit, context: z.RefinementCtx): void {
  const { minimum, maximum } = lives[sent.delivery];
  const minutes = sent.expires_in_minutes ?? minimum;
  if (minutes < least || minutes > most) return;
  if (minutes >= minimum && minutes <= maximum) return;
  tellFault(context, { fault: 'out_of_range', minimum, maximum }, ['expires_in_minutes']);
}

/** Which packages are offered is a set: whoever names them in another order means the same. */
function toMeant<Body extends Visit>({ offer, expires_in_minutes: minutes, ...rest }: Body) {
  const expires_in_minutes = minutes ?? lives[rest.delivery].usual;
  return { ...rest, expires_in_minutes, offer: offer?.toSorted() ?? null };
}

/** What a portal session of the account that a token names is asked (docs/spec/pages.md §5). */
export const ownPortalSessionBody = z
  .strictObject(visitFields)
  .superRefine(tellLifeFault)
  .transform(toMeant);

/** The same for an account that the body names. */
export const portalSessionBody = z
  .strictObject({
    account_id: must(readablePart(idPattern, (sent) => parseId<AccountId>(sent))),
    ...visitFields,
  })
  .superRefine(tellLifeFault)
  .transform(toMeant);

/** The command that such a body means. */
export function toPortalSessionCommand(
  body: z.output<typeof ownPortalSessionBody>,
  caller: { readonly organisationId: OrganisationId; readonly accountId: AccountId },
  chosenId: string | null,
): PortalSessionCommand {
  const { organisationId, accountId } = caller;
  return {
    organisationId,
    accountId,
    returnUrl: body.return_url,
    locale: body.locale ?? null,
    delivery: body.delivery,
    expiresInMinutes: body.expires_in_minutes,
    offer: body.offer,
    flow: body.flow === undefined ? null : toFlow(body.flow),
    chosenId: toIdOrNull<PageLinkId>(chosenId),
  };
}

function toFlow(sent: z.output<typeof flow>): PortalFlow {
  const { type, user_product_id: userProductId } = sent;
  const isAimed = targets.some((it) => sent[it] !== undefined);
  const target = {
    packageCode: sent.package_code ?? null,
    targetPeriodId: sent.target_period_id ?? null,
    tier: sent.tier ?? null,
    pricePlan: sent.price_plan ?? null,
  };
  return { type, userProductId, target: isAimed ? target : null };
}
