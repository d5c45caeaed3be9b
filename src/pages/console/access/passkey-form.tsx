import type { JSX } from 'preact';
import type { OwnAddress } from '../../kit/own-host.js';
import type { PageAnswer, PageField } from '../../kit/page-route.js';
import { setCookie } from '../../kit/cookies.js';
import type { Say } from '../../kit/words.js';

/** Fields of a form that a passkey answers. */
export const passkeyFields: readonly PageField[] = [
  { name: 'answer', maxLength: 20_000, isRequired: true },
  { name: 'next', maxLength: 2_000 },
];

const cookieSeconds = 600;

/** Where passkeys of this address are good; null: it is no name, and browsers keep none for it. */
export function partyAt({ origin }: OwnAddress): { host: string; origin: string } | null {
  const { hostname: host } = new URL(origin);
  const isNumber = host.startsWith('[') || /^[\d.]+$/.test(host);
  return isNumber ? null : { host, origin };
}

/** What a script is to do, as JSON, and what its browser keeps of it. */
export function passkeyTask(
  { options, sealed }: { readonly options: string; readonly sealed: string },
  address: OwnAddress,
): PageAnswer {
  return {
    answer: 'file',
    contentType: 'application/json',
    bytes: options,
    cookies: [beginCookie(sealed, address)],
  };
}

export function beginCookie(sealed: string, { isHttps }: OwnAddress): string {
  return setCookie('login', sealed, { isHttps, maxAgeSeconds: cookieSeconds });
}

export function endCookie({ isHttps }: OwnAddress): string {
  return setCookie('login', null, { isHttps });
}

/**
 * A button that has the browser use a passkey, or make one, and sends what it answers with the form. It is there in script
 * alone (docs/spec/pages.md §1).
 */
export function PasskeyForm(props: {
  readonly say: Say;
  /** Where the answer goes to, and where the task comes from. */
  readonly action: string;
  readonly options: string;
  readonly does: 'use' | 'make';
  readonly next?: string;
  readonly button: string;
}): JSX.Element {
  const { say, action, options, does, next, button } = props;
  return (
    <form
      method="post"
      action={action}
      data-passkey={does}
      data-options={options}
      data-failed={say('console.passkey.failed')}
    >
      <input type="hidden" name="answer" value="" />
      {next === undefined ? null : <input type="hidden" name="next" value={next} />}
      <p class="actions">
        <button class="action first" type="button">
          {button}
        </button>
      </p>
      <p class="hint" role="status" data-passkey-told="" />
      <noscript>
        <p class="hint">{say('console.passkey.script')}</p>
      </noscript>
    </form>
  );
}
