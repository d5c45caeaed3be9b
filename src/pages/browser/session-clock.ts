import { isLongestVisit, timeWord, type TimeWord } from './time-word.js';

/**
 * Tells two minutes before that the visit ends, or that what a page offers is good no longer. While it is said, a key, a
 * press or a touch prolongs the visit; nothing else does. Other pages of the same visit hear of it, for it is theirs too.
 */
export function watchTime(): void {
  const told = document.querySelector<HTMLElement>('#told');
  const alive = told?.dataset.alive;
  if (told === null || alive === undefined) return;
  const quote = document.querySelector<HTMLElement>('[data-quote-seconds]');
  const quoteEndsAt = instantIn(quote?.dataset.quoteSeconds);
  const pages = new BroadcastChannel(alive);
  let endsAt = instantIn(told.dataset.secondsLeft);
  let isLongest = false;
  let isAsking = false;
  let said: TimeWord | null = null;

  const tell = (): void => {
    const next = timeWord({ session: secondsTo(endsAt), quote: secondsTo(quoteEndsAt), isLongest });
    // What a form under way says there is left alone, and does not stand in the place of this for long.
    if (next === said && (next === null || told.textContent !== '')) return;
    said = next;
    told.textContent = next === null ? '' : (told.dataset[next] ?? quote?.dataset[next] ?? '');
  };
  const stay = async (): Promise<void> => {
    const answer = await fetch(alive, { cache: 'no-store', redirect: 'error' });
    if (answer.status === 401) endsAt = Date.now();
    if (!answer.ok) return;
    const seconds = Number(await answer.text());
    isLongest = isLongestVisit(seconds);
    endsAt = instantIn(String(seconds));
    pages.postMessage(endsAt);
  };
  const heard = (): void => {
    if (said !== 'ending' || isAsking) return;
    isAsking = true;
    // Who is not connected is told so by what they do next; the warning stands, and the next key asks again.
    void stay()
      .catch(() => null)
      .finally(() => {
        isAsking = false;
        tell();
      });
  };

  for (const it of ['keydown', 'pointerdown', 'click']) document.addEventListener(it, heard);
  pages.addEventListener('message', ({ data }: MessageEvent<number>) => {
    endsAt = Math.max(endsAt ?? 0, data);
    tell();
  });
  pages.postMessage(endsAt);
  window.setInterval(tell, 1_000);
  tell();
}

function instantIn(seconds: string | undefined): number | null {
  return seconds === undefined ? null : Date.now() + Number(seconds) * 1_000;
}

function secondsTo(at: number | null): number | null {
  return at === null ? null : (at - Date.now()) / 1_000;
}
