import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type {
  WebhookAnswer,
  WebhookFailure,
  WebhookMessage,
  WebhookSender,
} from '../application/ports/webhook-sender.js';
import type { Address, UrlGuard } from './guard-url.js';
import { signedHeaders } from './sign.js';

export type WebhookSenderOptions = {
  readonly guard: Pick<UrlGuard, 'admit'>;
  /** For all of it: finding the host, connecting, sending, reading. */
  readonly timeoutMs?: number;
};

const usualTimeoutMs = 15_000;
const longestAnswer = 64 * 1_024;
const keptAnswer = 1_024;
/** Shorter than the 5 s after which servers of node close an idle connection. */
const idleMs = 4_000;

/** Signs and posts by `node:http`, to an address that the guard admits at that moment. */
export function makeWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { guard, timeoutMs = usualTimeoutMs } = options;
  const kept = { keepAlive: true, maxFreeSockets: 8, timeout: idleMs };
  const agents: Agents = { http: new http.Agent(kept), https: new https.Agent(kept) };

  return {
    send: async (message, signal) => {
      const limit = startLimit(timeoutMs, signal);
      try {
        return await orEnded(limit.signal, exchange({ guard, agents, message, limit }));
      } catch {
        return endedBy(limit.signal) ?? failed('connection_failed');
      } finally {
        limit.clear();
      }
    },
  };
}

type Agents = { readonly http: http.Agent; readonly https: https.Agent };
type Limit = { readonly signal: AbortSignal; readonly clear: () => void };
type Exchange = {
  readonly guard: Pick<UrlGuard, 'admit'>;
  readonly agents: Agents;
  readonly message: WebhookMessage;
  readonly limit: Limit;
};

/** Ends when the time is over or the caller gives up; the reason tells which. */
function startLimit(timeoutMs: number, outer: AbortSignal): Limit {
  const controller = new AbortController();
  const giveUp = (): void => {
    controller.abort('given_up');
  };
  const timer = setTimeout(() => {
    controller.abort('timed_out');
  }, timeoutMs);
  if (outer.aborted) giveUp();
  outer.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', giveUp);
    },
  };
}

/** What cannot be broken off, such as a look for the host, is not waited for. */
function orEnded<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      reject(new Error('ended'));
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject);
  });
}

function endedBy(signal: AbortSignal): WebhookAnswer | null {
  if (!signal.aborted) return null;
  return signal.reason === 'given_up' ? { kind: 'given_up' } : failed('timed_out');
}

const failed = (failure: WebhookFailure): WebhookAnswer => ({ kind: 'failed', failure });

async function exchange({ guard, agents, message, limit }: Exchange): Promise<WebhookAnswer> {
  const admission = await guard.admit(message.url);
  if (!admission.ok) {
    const isMissing = admission.failure === 'host_not_found';
    return failed(isMissing ? 'host_not_found' : 'address_not_allowed');
  }
  const { url, addresses } = admission;
  const options = {
    method: 'POST',
    agent: url.protocol === 'https:' ? agents.https : agents.http,
    lookup: pinnedTo(addresses),
    signal: limit.signal,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(message.body),
      'user-agent': 'change-product-gateway',
      ...signedHeaders(message),
    },
  };
  const response = await post(url, { options, body: message.body });
  return await answerOf(response);
}

/** Whatever asks for the host's address gets those that were looked at: a second look could find others. */
function pinnedTo(addresses: readonly Address[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

type Post = { readonly options: http.RequestOptions; readonly body: string };

/** A kept connection that the receiver closes just then is no failure of the receiver: once more, on a new one. */
function post(url: URL, { options, body }: Post): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const module = url.protocol === 'https:' ? https : http;
    const request = module.request(url, options, resolve);
    request.once('error', (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
      if (isStale) post(url, { options: { ...options, agent: false }, body }).then(resolve, reject);
      else reject(error);
    });
    request.end(body);
  });
}

/** Reads at most 64 kB and hangs up. One that is cut off before its end is no acknowledgement, whatever its status. */
async function answerOf(response: http.IncomingMessage): Promise<WebhookAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      if (size < keptAnswer) chunks.push(chunk);
      size += chunk.length;
      if (size >= longestAnswer) break;
    }
  } catch {
    return failed('answer_broken');
  }
  const kept = Buffer.concat(chunks).subarray(0, keptAnswer);
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    retryAfter: response.headers['retry-after'] ?? null,
    // As a stream: a character that the cut goes through is left out.
    text: new TextDecoder().decode(kept, { stream: true }),
  };
}
