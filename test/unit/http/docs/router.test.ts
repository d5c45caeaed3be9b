import { describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { makeDocsRouter } from '../../../../src/http/docs/router.js';

type Answered = { readonly headers: Readonly<Record<string, unknown>>; readonly text: string };

const parts = { apis: [], version: '1.2.3' };
const socket = { localAddress: '::ffff:127.0.0.1', localPort: 4711 };

/** What a router of these parts answers, without a socket under it. */
function answerTo(url: string, publicBaseUrl: string | null): Promise<Answered> {
  const router = makeDocsRouter({ ...parts, publicBaseUrl });
  return new Promise((resolve, reject) => {
    const headers: Record<string, unknown> = {};
    const res = {
      setHeader: (name: string, value: unknown) => (headers[name.toLowerCase()] = value),
      end: (bytes: Buffer) => {
        resolve({ headers, text: bytes.toString() });
      },
    };
    const req: unknown = { method: 'GET', url, socket };
    router(req as Request, res as unknown as Response, () => {
      reject(new Error(`nothing is served at ${url}`));
    });
  });
}

const serversOf = ({ text }: Answered) => (JSON.parse(text) as { servers: unknown }).servers;

describe('the document', () => {
  test('names the address that it was given', async () => {
    const answer = await answerTo('/openapi.json', 'https://gateway.example');
    expect(serversOf(answer)).toEqual([{ url: 'https://gateway.example' }]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(answer.text),
      'cache-control': 'no-cache',
    });
  });

  test('names the address that was reached where it was given none', async () => {
    const answer = await answerTo('/openapi.json', null);
    expect(serversOf(answer)).toEqual([{ url: 'http://127.0.0.1:4711' }]);
  });
});

test('the page may load what is ours and nothing else', async () => {
  const { headers, text } = await answerTo('/docs', null);
  expect(text).toContain('<div id="swagger-ui">');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
});

test('nothing else is served', async () => {
  await expect(answerTo('/docs/assets/package.json', null)).rejects.toThrow('nothing is served');
});
