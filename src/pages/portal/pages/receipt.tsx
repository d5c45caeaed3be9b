import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { type ChangeId, parseId } from '../../../domain/ids.js';
import type { Change } from '../../../domain/user-product/change.js';
import { foreignLink } from '../../kit/foreign-link.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList, type Fact, ForeignLink, Notice } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { brandName } from '../frame.js';
import { howToEnd } from '../../kit/subscription/how-to-end.js';
import { moneyLines } from '../../kit/subscription/money-lines.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { type PortalVisit, tellingOf } from '../visitor.js';
import { lifeAt } from './subscription.js';

type ReceiptView = {
  readonly reference: ChangeId;
  readonly state: Change['state'];
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly next: string;
  readonly howToEnd: string;
  readonly undo: { readonly href: string; readonly until: string } | null;
  readonly subscription: string;
  readonly download: string | null;
  readonly back: { readonly href: string; readonly text: string } | null;
};

/** What was ordered, when it was accepted and what happens next: an address of its own (docs/spec/pages.md §6). */
export async function answerReceipt(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  const changeId = parseId<ChangeId>(visit.params.changeId ?? '');
  const change = found?.life.changes.find((it) => it.id === changeId);
  if (found === null || change === undefined) return unknownPage;
  const view = receiptView(change, found.life, { deps, visit });
  const { written } = visit;
  const title = written.say(`receipt.title.${change.state}`);
  const main = <ReceiptPage view={view} written={written} />;
  if (visit.query.download !== undefined) return asFile(title, view, visit);
  return page({ title, main, place: 'home' });
}

function receiptView(
  change: Change,
  life: SubscriptionLife,
  { deps, visit }: { readonly deps: PortalDeps; readonly visit: PortalVisit },
): ReceiptView {
  const { last, context } = life;
  const { written, visitor } = visit;
  const { say, day, moment } = written;
  const { catalogue } = context;
  const { session } = visitor;
  const { target, state, effectiveAt, requestedAt } = change;
  const name = packageNameIn(catalogue, target);
  const price = priceFor(tellingOf(visit), target.period, target.quantity);
  const isWaiting = last.pendingChange?.changeId === change.id;
  const back = foreignLink(session.visit.returnUrl, deps.isLoopbackAllowed);
  return {
    reference: change.id,
    state,
    lead: say(`line.${state}`, { name, day: day(effectiveAt) }),
    facts: [
      { name: say('receipt.reference'), value: change.id },
      { name: say('receipt.ordered'), value: name },
      { name: say('receipt.price'), value: price, isStrong: true },
      { name: say('receipt.accepted'), value: moment(requestedAt) },
      { name: say('receipt.effective'), value: day(effectiveAt) },
      ...moneyFacts(change, life, { name, written }),
    ],
    next: isWaiting
      ? say('receipt.nextWaits', { name, day: day(effectiveAt) })
      : say('receipt.next', { name: packageNameIn(catalogue, last) }),
    howToEnd: howToEnd(say, catalogue.packagesById.get(target.packageId)),
    undo: isWaiting
      ? {
          href: portalPaths.undo(last.id, change.id),
          until: say('receipt.undoUntil', { day: day(effectiveAt) }),
        }
      : null,
    subscription: portalPaths.subscription(last.id),
    download: `${portalPaths.receipt(last.id, change.id)}?download=1`,
    back:
      back === null ? null : { href: back, text: say('foot.back', { name: brandName(visitor) }) },
  };
}

/** What was paid or credited at once. One that waits, or never came to be, has cost nothing. */
function moneyFacts(
  { id, state, amounts, effectiveAt, requestedAt }: Change,
  { products }: SubscriptionLife,
  { name, written }: { readonly name: string; readonly written: Written },
): readonly Fact[] {
  if (amounts === null || state !== 'applied') return [];
  const isAtOnce = effectiveAt <= requestedAt;
  const source = products.find(({ endedBy }) => endedBy?.changeId === id);
  const validTo = source?.endedBy?.terms?.validTo ?? effectiveAt;
  const lines = moneyLines({ effectiveAt, isAtOnce, validTo, amounts }, name, written);
  const value = [lines.now, lines.arithmetic].filter(Boolean).join(' ');
  return [{ name: written.say('confirm.now'), value }];
}

const tones = {
  created: 'waits',
  applied: 'good',
  cancelled: 'plain',
  superseded: 'plain',
  failed: 'fault',
} as const satisfies Record<Change['state'], string>;

function ReceiptPage({ view, written }: { view: ReceiptView; written: Written }): JSX.Element {
  const { say } = written;
  const { state, lead, facts, next, howToEnd, undo, subscription, download, back } = view;
  return (
    <>
      <Notice tone={tones[state]}>
        <p>{lead}</p>
      </Notice>
      <FactList facts={facts} />
      <section>
        <h2>{say('receipt.nextTitle')}</h2>
        <p>{next}</p>
        {undo === null ? null : <p>{undo.until}</p>}
        <p>{howToEnd}</p>
      </section>
      <p class="actions">
        {back === null ? null : <ForeignLink href={back.href}>{back.text}</ForeignLink>}
        <ActionLink href={subscription}>{say('receipt.toSubscription')}</ActionLink>
        {undo === null ? null : <ActionLink href={undo.href}>{say('action.undo')}</ActionLink>}
        {download === null ? null : (
          <ActionLink kind="quiet" href={download}>
            {say('receipt.download')}
          </ActionLink>
        )}
      </p>
    </>
  );
}

/** The receipt as a file of its own, to be kept: no link in it needs a session. */
function asFile(title: string, view: ReceiptView, { written, visitor }: PortalVisit): PageAnswer {
  const html = renderToString(
    <html lang={written.language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${brandName(visitor)}`}</title>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{brandName(visitor)}</p>
        <p>{view.lead}</p>
        <FactList facts={view.facts} />
        <p>{view.next}</p>
        <p>{view.howToEnd}</p>
      </body>
    </html>,
  );
  return {
    answer: 'file',
    contentType: 'text/html; charset=utf-8',
    bytes: `<!doctype html>${html}`,
    saveAs: `receipt-${view.reference}.html`,
  };
}
