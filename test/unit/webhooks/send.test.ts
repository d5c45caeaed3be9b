import { afterEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';
import { Webhook } from 'standardwebhooks';
import type { EventId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { makeUrlGuard, type Resolve } from '../../../src/webhooks/guard-url.js';
import { makeWebhookSender } from '../../../src/webhooks/send.js';
import { generateWebhookSecret } from '../../../src/webhooks/sign.js';
import { newId } from '../../support/organisation.js';

const host = 'https://receiver.test';
const body = '{"type":"package_upgrade"}';
const secret = generateWebhookSecret();
const never = new AbortController().signal;
const alwaysPublic: Resolve = () => Promise.resolve(['93.184.216.34']);

function send(options: { resolve?: Resolve; timeoutMs?: number; signal?: AbortSignal } = {}) {
  const { resolve = alwaysPublic, timeoutMs = 5_000, signal = never } = options;
  const guard = makeUrlGuard({ resolve, isLoopbackAllowed: false });
  const message = {
    url: `${host}/hook`,
    secrets: [secret],
    eventId: newId<EventId>(),
    at: toInstant(Date.now()),
    body,
  };
  return makeWebhookSender({ guard, timeoutMs }).send(message, signal);
}

afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});

describe('A receiver', () => {
  test('gets the body as it is, with a signature that a library that is not ours accepts', async () => {
    let verified: unknown;
    nock(host)
      .post('/hook')
      .reply(function (_uri, sent) {
        const headers = this.req.headers;
        verified = new Webhook(secret).verify(JSON.stringify(sent), headers);
        return [204];
      });
    const answer = await send();
    expect(answer).toEqual({ kind: 'answered', status: 204, retryAfter: null, text: '' });
    expect(verified).toEqual(JSON.parse(body));
  });

  test('that redirects is not followed', async () => {
    nock(host).post('/hook').reply(302, 'go', { location: 'http://169.254.169.254/latest' });
    const metadata = nock('http://169.254.169.254').get('/latest').reply(200);
    expect(await send()).toMatchObject({ kind: 'answered', status: 302, text: 'go' });
    expect(metadata.isDone()).toBe(false);
  });

  test('may say when to come back', async () => {
    nock(host).post('/hook').reply(503, 'busy', { 'retry-after': '120' });
    expect(await send()).toMatchObject({ status: 503, retryAfter: '120', text: 'busy' });
  });

  test('that talks on and on is read no further than 64 kB, and 1 kB of it is kept', async () => {
    nock(host)
      .post('/hook')
      .reply(200, `${'a'.repeat(1_023)}å${'b'.repeat(200_000)}`);
    expect(await send()).toMatchObject({ status: 200, text: 'a'.repeat(1_023) });
  });

  test('that does not answer is given up after the time-out', async () => {
    nock(host).post('/hook').delay(60_000).reply(200);
    expect(await send({ timeoutMs: 50 })).toEqual({ kind: 'failed', failure: 'timed_out' });
  });

  test('that cannot be reached has failed', async () => {
    nock(host)
      .post('/hook')
      .replyWithError(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
    expect(await send()).toEqual({ kind: 'failed', failure: 'connection_failed' });
  });
});

describe('Nothing is sent', () => {
  test('when the host resolves to this machine at the second look', async () => {
    const receiver = nock(host).post('/hook').twice().reply(200);
    const looks = [['93.184.216.34'], ['127.0.0.1']].values();
    const resolve: Resolve = () => Promise.resolve(looks.next().value ?? []);
    const guard = makeUrlGuard({ resolve, isLoopbackAllowed: false });
    expect(await guard.check(`${host}/hook`)).toMatchObject({ ok: true });
    const sender = makeWebhookSender({ guard });
    const at = toInstant(Date.now());
    const message = { url: `${host}/hook`, secrets: [secret], eventId: newId<EventId>(), at, body };
    const answer = await sender.send(message, never);
    expect(answer).toEqual({ kind: 'failed', failure: 'address_not_allowed' });
    expect(receiver.isDone()).toBe(false);
  });

  test('when the host is not found', async () => {
    const answer = await send({ resolve: () => Promise.resolve([]) });
    expect(answer).toEqual({ kind: 'failed', failure: 'host_not_found' });
  });

  test('when looking for the host takes longer than the time-out', async () => {
    const answer = await send({ resolve: () => new Promise(() => undefined), timeoutMs: 50 });
    expect(answer).toEqual({ kind: 'failed', failure: 'timed_out' });
  });

  test('when we are to stop, and that says nothing about the receiver', async () => {
    nock(host).post('/hook').delay(60_000).reply(200);
    const stopping = new AbortController();
    const sent = send({ signal: stopping.signal });
    stopping.abort();
    expect(await sent).toEqual({ kind: 'given_up' });
    expect(await send({ signal: stopping.signal })).toEqual({ kind: 'given_up' });
  });
});
