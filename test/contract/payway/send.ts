import { request, type IncomingHttpHeaders } from 'node:http';
import { checkAgainstDocument } from '../../support/api-document.js';

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
};

const jsonType = /^application\/(?:problem\+)?json/;

/**
 * Sends bytes as they are over a connection of its own, and reads the whole answer, which has to be what the API document
 * says of it.
 */
export async function send(port: number, sent: Sent): Promise<Answer> {
  const answer = await exchange(port, sent);
  checkAgainstDocument({ sent, answer });
  return answer;
}

function exchange(port: number, { method, path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { host: '127.0.0.1', port, method, path, agent: false as const };
    const outgoing = request({ ...options, headers: { ...length, ...headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = jsonType.test(incoming.headers['content-type'] ?? '');
        const json: unknown = isJson && text !== '' ? JSON.parse(text) : null;
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
