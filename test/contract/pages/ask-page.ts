import { request, type IncomingHttpHeaders } from 'node:http';

/** What a browser sends. */
export type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of a form, or a body as it is. */
  readonly form?: Readonly<Record<string, string>> | string;
};

export type PageSeen = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly html: string;
};

/** Asks for a page over a connection of its own; of where a form comes from, its headers say what they say. */
export function askPage(
  port: number,
  { path, form, headers = {}, ...asked }: Asked,
): Promise<PageSeen> {
  const { method = form === undefined ? 'GET' : 'POST' } = asked;
  const body =
    form === undefined || typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const ofForm =
    body === undefined
      ? {}
      : {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, agent: false as const };
    const all = { host: `localhost:${String(port)}`, ...ofForm, ...headers };
    const outgoing = request({ ...options, headers: all, setHost: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const html = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, html });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** What a browser says of a form of the page that it shows. */
export const fromOwnPage = { 'sec-fetch-site': 'same-origin' };
