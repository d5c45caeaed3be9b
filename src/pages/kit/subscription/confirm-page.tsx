import type { JSX } from 'preact';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { PageContent } from '../page-route.js';
import { ColumnHeads, FactList } from '../parts.js';
import { PeriodBar } from '../period-bar.js';
import type { Written } from '../written.js';
import type { BoundOffer } from './bound-offer.js';
import { type ConfirmShown, type ConfirmView, confirmView } from './confirm-view.js';
import { ConfirmForm } from './write-form.js';

/** The confirm page of an offer; where something has moved, with what it said before. */
export function confirmPage(
  offer: BoundOffer,
  shown: ConfirmShown & { readonly place: string },
): PageContent {
  const { written } = shown.telling;
  const view = confirmView(offer, shown);
  const name = packageNameIn(shown.life.context.catalogue, offer.target);
  return {
    title: written.say('confirm.title', { name }),
    main: <ConfirmPage view={view} written={written} />,
    hasFault: view.moved.length > 0,
    place: shown.place,
  };
}

type Props = { readonly view: ConfirmView; readonly written: Written };

function ConfirmPage({ view, written }: Props): JSX.Element {
  const { bar, facts, total, quoteSeconds, moved } = view;
  const { say } = written;
  return (
    <>
      {moved.length === 0 ? null : <Moved moved={moved} written={written} />}
      {bar === null ? null : <PeriodBar view={bar} />}
      <FactList facts={facts} />
      <p
        class="total"
        data-quote-seconds={quoteSeconds}
        data-quote-ending={say('confirm.quoteEnding', { minutes: 2 })}
        data-quote-ended={say('confirm.quoteEnded')}
      >
        {total}
      </p>
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
