import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, type PageContent, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Facts, type Fact, Notice } from '../../kit/parts.js';
import { PeriodBar, type PeriodBarView } from '../../kit/period-bar.js';
import type { Written } from '../../kit/written.js';
import { buttonWords } from '../button-words.js';
import { descriptionOf } from '../description-of.js';
import { howToEnd } from '../how-to-end.js';
import { moneyLines } from '../money-lines.js';
import { costsMoney, namedPrice } from '../named-price.js';
import { type BoundOffer, type Chosen, readOffer } from '../offer.js';
import { portalPaths } from '../paths.js';
import { changePicture } from '../period-picture.js';
import type { PortalDeps } from '../portal-deps.js';
import { refusalSentences } from '../refusal-words.js';
import type { PortalVisit } from '../visitor.js';
import { lifeAt } from './subscription.js';

export type ConfirmView = {
  readonly action: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly bar: PeriodBarView | null;
  readonly facts: readonly Fact[];
  readonly total: string;
  readonly button: string;
  /** What a visitor had been shown before, where something has moved since. */
  readonly moved: readonly { readonly what: string; readonly was: string; readonly is: string }[];
};

/** The choice and the quantity in a query or a form; null where they are none. */
export function chosenIn(fields: Readonly<Record<string, string>>): Chosen | null {
  const { choice, quantity } = fields;
  if (choice === undefined) return null;
  return { value: choice, quantity: quantity === undefined ? null : Number(quantity) };
}

/** What a change comes to, before it is ordered. Writes nothing (docs/spec/pages.md §7). */
export async function answerConfirm(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const chosen = chosenIn(visit.query);
  if (life.last.id !== found.id || chosen === null) return see(portalPaths.change(life.last.id));
  const read = await readOffer(deps, { life, visit, chosen });
  if (read === null) return see(portalPaths.change(life.last.id));
  if (!read.ok) return page(refusedPage(read.refusals, life, visit), 409);
  return page(confirmPage(deps, read.offer, { life, visit, chosen, seen: null }));
}

export type Shown = {
  readonly life: SubscriptionLife;
  readonly visit: PortalVisit;
  readonly chosen: Chosen;
  /** What the form that came back had said; null: nothing came back. */
  readonly seen: { readonly now: string; readonly then: string; readonly when: string } | null;
};

/** The confirm page of an offer; where something has moved, with what it said before. */
export function confirmPage(
  { newKey }: Pick<PortalDeps, 'newKey'>,
  offer: BoundOffer,
  shown: Shown,
): PageContent {
  const { written } = shown.visit;
  const { say } = written;
  const view = confirmView(offer, shown, newKey());
  const name = packageNameIn(shown.life.context.catalogue, offer.target);
  return {
    title: say('confirm.title', { name }),
    main: <ConfirmPage view={view} written={written} />,
    hasFault: view.moved.length > 0,
    place: 'home',
  };
}

function confirmView(offer: BoundOffer, shown: Shown, key: string): ConfirmView {
  const { life, visit, chosen, seen } = shown;
  const { written, visitor } = visit;
  const { last, context, now } = life;
  const { catalogue } = context;
  const { say, day } = written;
  const { settings } = visitor;
  const includesVat = settings.pricesIncludeVat;
  const { target, effectiveAt, validTo, isAtOnce } = offer;
  const name = packageNameIn(catalogue, target);
  const from = packageNameIn(catalogue, last);
  const price = namedPrice(written, target.period, { quantity: target.quantity, includesVat });
  const lines = moneyLines(offer, name, written);
  const when = isAtOnce ? say('when.now') : say('when.day', { day: day(effectiveAt) });
  const then = say('confirm.then', { price, day: day(validTo) });
  const texts = {
    from: withDescription(
      from,
      descriptionOf(catalogue.packagesById.get(last.packageId), written.language),
    ),
    to: withDescription(
      name,
      descriptionOf(catalogue.packagesById.get(target.packageId), written.language),
    ),
  };
  const picture = { product: last, now, zone: catalogue.timeZone, written };
  const asIs = { now: lines.now, then, when };
  return {
    action: portalPaths.change(last.id),
    back: portalPaths.change(last.id),
    hidden: {
      quote: offer.quote,
      version: String(last.version),
      key,
      choice: chosen.value,
      ...(chosen.quantity === null ? {} : { quantity: String(chosen.quantity) }),
      seenNow: asIs.now,
      seenThen: asIs.then,
      seenWhen: asIs.when,
    },
    bar: changePicture(picture, { effectiveAt, endsAt: validTo }),
    facts: [
      { name: say('confirm.from'), value: texts.from },
      { name: say('confirm.to'), value: texts.to },
      { name: say('confirm.when'), value: when },
      { name: say('confirm.now'), value: [lines.now, lines.arithmetic].filter(Boolean).join(' ') },
      { name: say('confirm.after'), value: then },
      {
        name: say('confirm.ends'),
        value: howToEnd(say, catalogue.packagesById.get(target.packageId)),
      },
    ],
    total: price,
    button: buttonWords(say, {
      wording: settings.portal.wording,
      isPaid:
        isPayable(target.period.price, target.quantity) &&
        costsMoney(priceOf(target.period.price, target.quantity)),
      name,
    }),
    moved: seen === null ? [] : movedLines(written, seen, asIs),
  };
}

function withDescription(name: string, description: string | null): string {
  return description === null ? name : `${name}: ${description}`;
}

type Said = NonNullable<Shown['seen']>;

/** Side by side what was said and what is; where all of it is the same, that it is bound anew. */
function movedLines({ say }: Written, was: Said, is: Said): ConfirmView['moved'] {
  const lines = [
    { what: say('confirm.when'), was: was.when, is: is.when },
    { what: say('confirm.now'), was: was.now, is: is.now },
    { what: say('confirm.after'), was: was.then, is: is.then },
  ];
  const moved = lines.filter((it) => it.was !== it.is);
  return moved.length > 0
    ? moved
    : [{ what: say('moved.terms'), was: say('moved.old'), is: say('moved.same') }];
}

export function ConfirmPage({
  view,
  written,
}: {
  view: ConfirmView;
  written: Written;
}): JSX.Element {
  const { say } = written;
  const { action, back, hidden, bar, facts, total, button, moved } = view;
  return (
    <>
      {moved.length === 0 ? null : (
        <section class="notice fault" role="alert" tabIndex={-1} data-focus="">
          <div>
            <h2>{say('moved.title')}</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('moved.what')}</th>
                  <th scope="col">{say('moved.was')}</th>
                  <th scope="col">{say('moved.is')}</th>
                </tr>
              </thead>
              <tbody>
                {moved.map((it) => (
                  <tr key={it.what}>
                    <th scope="row">{it.what}</th>
                    <td>{it.was}</td>
                    <td>{it.is}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {bar === null ? null : <PeriodBar view={bar} />}
      <Facts facts={facts} />
      <p class="total">{total}</p>
      <PostForm action={action} hidden={hidden}>
        <p class="actions">
          <SubmitButton>{button}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('change.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
}

/** Why it is not to be had, with the way back to what is. */
export function refusedPage(
  refusals: Parameters<typeof refusalSentences>[0],
  { last }: SubscriptionLife,
  { written }: PortalVisit,
): PageContent {
  const { say } = written;
  const sentences = refusalSentences(refusals);
  const isPending = refusals.some(({ reason }) => reason === 'change_pending');
  const undo = last.pendingChange;
  return {
    title: say('refused.title'),
    hasFault: true,
    place: 'home',
    main: (
      <>
        <Notice tone="fault">
          {(sentences.length === 0 ? (['refused.other'] as const) : sentences).map((key) => (
            <p key={key}>{say(key)}</p>
          ))}
        </Notice>
        <p class="actions">
          {isPending && undo !== null ? (
            <ActionLink kind="first" href={portalPaths.undo(last.id, undo.changeId)}>
              {say('refused.undoFirst')}
            </ActionLink>
          ) : (
            <ActionLink kind="first" href={portalPaths.change(last.id)}>
              {say('refused.options')}
            </ActionLink>
          )}
          <ActionLink kind="quiet" href={portalPaths.subscription(last.id)}>
            {say('refused.back')}
          </ActionLink>
        </p>
      </>
    ),
  };
}
