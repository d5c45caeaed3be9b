import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { afterBody } from '../../../../src/http/middleware/after-body.js';

/** A request that has begun to arrive, and whether it was called back. */
function arriving(headers: Readonly<Record<string, string>>) {
  const stream = Object.assign(new PassThrough(), { headers });
  const seen = { isCalledBack: false };
  afterBody(stream as unknown as IncomingMessage, () => {
    seen.isCalledBack = true;
  });
  return { stream, seen };
}
const turn = () => new Promise(setImmediate);

test.each([{}, { 'content-length': '0' }])('with %o there is nothing to wait for', (headers) => {
  expect(arriving(headers).seen.isCalledBack).toBe(true);
});

test.each([{ 'content-length': '6' }, { 'transfer-encoding': 'chunked' }])(
  'under %o all of it is read and thrown away first',
  async (headers) => {
    const { stream, seen } = arriving(headers);
    stream.write('abc');
    await turn();
    expect(seen.isCalledBack).toBe(false);
    stream.end('def');
    await turn();
    await turn();
    expect(seen.isCalledBack).toBe(true);
  },
);

test('a client that hangs up is not waited for', async () => {
  const { stream, seen } = arriving({ 'content-length': '6' });
  stream.destroy();
  await turn();
  expect(seen.isCalledBack).toBe(true);
});
