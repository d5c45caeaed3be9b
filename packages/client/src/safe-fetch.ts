import type { makeAccessToken } from './access-token.js';

/** Waits so many milliseconds before a further try. */
export type Wait = (milliseconds: number) => Promise<void>;

type SafeFetchOptions = {
  readonly accessToken: ReturnType<typeof makeAccessToken>;
  readonly fetch: typeof globalThis.fetch;
  /** How often a request is sent in all. */
  readonly tries: number;
  readonly wait: Wait;
};

const firstPauseMs = 200;
const longestPauseMs = 30_000;

/**
 * Sends a request with a token, and sends it again where its fate is unknown (no answer, 503) or the gateway asks to
 * wait (429): every write carries an `Idempotency-Key`, the same on each try, so that it cannot be done twice. A token
 * that is refused is replaced once. What is answered in the end is handed on as it is; so is what `fetch` throws last.
 */
export function makeSafeFetch(options: SafeFetchOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', crypto.randomUUID());
    }
    for (let tries = 1; ; tries += 1) {
      const answer = await sendOnce(options, request, tries);
      if (answer instanceof Response) return answer;
      await options.wait(answer.pauseMs);
    }
  };
}

async function sendOnce(
  options: SafeFetchOptions,
  request: Request,
  tries: number,
): Promise<Response | { readonly pauseMs: number }> {
  const isLast = tries >= options.tries;
  const attempt = request.clone();
  attempt.headers.set('Authorization', `Bearer ${await options.accessToken.get()}`);
  try {
    const response = await options.fetch(attempt);
    if (isLast || !mayBeSentAgain(response, tries)) return response;
    if (response.status === 401) options.accessToken.forget();
    await response.body?.cancel();
    return { pauseMs: pauseOf(response, tries) };
  } catch (error) {
    if (isLast || request.signal.aborted) throw error;
    return { pauseMs: pauseOf(null, tries) };
  }
}

function mayBeSentAgain({ status }: Response, tries: number): boolean {
  return status === 503 || status === 429 || (status === 401 && tries === 1);
}

/** What the gateway asks for, else a little longer each time; spread, so that many do not come back at once. */
function pauseOf(response: Response | null, tries: number): number {
  const asked = Number(response?.headers.get('Retry-After') ?? 0) * 1_000;
  const usual = response?.status === 401 ? 0 : firstPauseMs * 2 ** (tries - 1);
  return Math.min(Math.max(asked, usual * (0.5 + Math.random() / 2)), longestPauseMs);
}
