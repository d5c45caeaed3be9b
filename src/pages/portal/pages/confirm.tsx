import type { JSX } from 'preact';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { page, type PageAnswer, type PageContent, see, unknownPage } from '../../kit/page-route.js';
import { ColumnHeads, FactList } from '../../kit/parts.js';
import { PeriodBar } from '../../kit/period-bar.js';
import type { Written } from '../../kit/written.js';
import { type ConfirmView, confirmView, type Shown } from '../confirm-view.js';
import { type BoundOffer, type Chosen, readOffer } from '../offer.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { refusedPage } from '../refused-page.js';
import type { PortalVisit } from '../visitor.js';
import { ConfirmForm } from '../write-form.js';
import { lifeAt } from './subscription.js';

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

type Props = { readonly view: ConfirmView; readonly written: Written };

function ConfirmPage({ view, written }: Props): JSX.Element {
  const { bar, facts, total, moved } = view;
  return (
    <>
      {moved.length === 0 ? null : <Moved moved={moved} written={written} />}
      {bar === null ? null : <PeriodBar view={bar} />}
      <FactList facts={facts} />
      <p class="total">{total}</p>
      <ConfirmForm form={view} written={written} />
    </>
  );
}

/** What the visitor saw and what is, side by side. */
function Moved({
  moved,
  written: { say },
}: Pick<ConfirmView, 'moved'> & Pick<Props, 'written'>): JSX.Element {
  return (
    <section class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <div>
        <h2>{say('moved.title')}</h2>
        <table>
          <ColumnHeads names={[say('moved.what'), say('moved.was'), say('moved.is')]} />
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
  );
}
