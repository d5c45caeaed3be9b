import { type KeySet, parseKeySet } from './key-set.js';

export type FetchKeySet = () => Promise<KeySet>;

const defaultTimeoutMs = 3_000;
const mostBytes = 256 * 1024;

/**
 * Fetches the keys that an issuer publishes. Throws where there is no answer in time, where it is no key set or too
 * long, and at a redirect: only this address was trusted.
 */
export function makeFetchKeySet({
  url,
  timeoutMs = defaultTimeoutMs,
}: {
  readonly url: string;
  readonly timeoutMs?: number;
}): FetchKeySet {
  return async () => {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`the issuer answered ${String(response.status)}`);
    }
    const keys = parseKeySet(await boundedText(response));
    if (keys === null) throw new Error('the issuer answered no key set');
    return keys;
  };
}

/** By the bytes that come, compressed or not: what a header says of the length is not believed. */
async function boundedText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('the issuer answered too much');
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}
