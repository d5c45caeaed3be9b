import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Request, type RequestHandler, type Response } from 'express';

type Asked = {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that arrive, for a handler that reads them. */
  readonly bytes?: string | Buffer;
  /** A body that was read before. */
  readonly body?: unknown;
  readonly locals?: Readonly<Record<string, unknown>>;
};

/** A request and its answer as Express hands them to a handler; no connection is under them. */
export type Exchange = {
  readonly req: Request;
  readonly res: Response;
  /** Resolves when it is answered. */
  readonly ended: Promise<'answered'>;
  /** What was answered so far. */
  readonly answered: () => {
    readonly status: number;
    readonly headers: object;
    readonly text: string;
  };
};

export function makeExchange(asked: Asked = {}): Exchange {
  const { method = 'GET', url = '/', headers = {}, bytes = '', body, locals = {} } = asked;
  const req = new IncomingMessage(new Socket());
  const length = bytes === '' ? {} : { 'content-length': String(Buffer.byteLength(bytes)) };
  const sent = { ...length, ...headers };
  Object.assign(req, { method, url, originalUrl: url, headers: sent, body, complete: true });
  if (bytes !== '') req.push(bytes);
  req.push(null);
  const res = new ServerResponse(req);
  let text = '';
  const { promise: ended, resolve: noteEnded } = deferred();
  const end = res.end.bind(res) as (chunk?: unknown) => ServerResponse;
  Object.assign(res, {
    locals: { ...locals },
    end: (chunk?: string | Buffer) => {
      text = chunk === undefined ? '' : chunk.toString();
      noteEnded('answered');
      return end(chunk);
    },
  });
  return {
    req: req as Request,
    res: res as unknown as Response,
    ended,
    answered: () => ({ status: res.statusCode, headers: { ...res.getHeaders() }, text }),
  };
}

/** Has it come from that peer, to an app with these proxies. */
export function comingFrom(
  { req }: Exchange,
  remoteAddress: string | undefined,
  trustedProxies: string[] = [],
): void {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const app = express().set('trust proxy', trustedProxies);
  Object.assign(req, { socket, app });
}

function deferred() {
  let resolve: (value: 'answered') => void = () => undefined;
  const promise = new Promise<'answered'>((it) => (resolve = it));
  return { promise, resolve };
}

/** What a handler, or a router, passes on: undefined where it lets the request through, `answered` where it answers. */
export function passedOn(handler: RequestHandler, exchange: Exchange): Promise<unknown> {
  const { req, res, ended } = exchange;
  const passed = new Promise((resolve, reject) => {
    Promise.resolve(handler(req, res, resolve)).catch(reject);
  });
  return Promise.race([passed, ended]);
}
