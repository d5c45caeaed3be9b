import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as TcpServer, type AddressInfo } from 'node:net';
import type { Express } from 'express';
import { makeConnectionLedger, type ConnectionLedger } from './connection-ledger.js';
import { makeMessageClasses } from './message-classes.js';
import { makePipelines } from './pipelines.js';
import { answerUnreadable, type UnreadableProblems } from './answer-unreadable.js';

/** How long a client may take over each part. Slow and idle clients hold nothing open for longer. */
export type HttpServerLimits = {
  readonly headersTimeoutMs: number;
  /** Headers and body together. */
  readonly requestTimeoutMs: number;
  /** Between two requests on one connection. */
  readonly keepAliveTimeoutMs: number;
  /** Without a byte in either direction, whatever is under way. */
  readonly idleTimeoutMs: number;
  /** While draining: how long a connection without a request is kept for one that may be on its way. */
  readonly drainGraceMs: number;
  /** While draining: when whatever still runs is cut off. */
  readonly shutdownTimeoutMs: number;
};

export type HttpServer = {
  /** Resolves with the address once connections are accepted. Port 0: any free one. */
  listen(at: { host: string; port: number }): Promise<AddressInfo>;
  /** Drains: resolves when every accepted request is answered and every connection closed, or the time is up. */
  close(): Promise<void>;
};

/** Of one connection at once. Clients that send one behind the other do it with a handful. */
const mostInPipeline = 10;

/** The sockets under an app; `problems` words what is refused before the app sees it. */
export function makeSocketServer(
  app: Express,
  limits: HttpServerLimits,
  problems: UnreadableProblems,
): HttpServer {
  const connections = makeConnectionLedger();
  const runInPipeline = makePipelines(mostInPipeline);
  const options = {
    ...makeMessageClasses(app),
    // The app answers a request without it, in JSON.
    requireHostHeader: false,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.max(50, Math.min(1_000, limits.headersTimeoutMs / 4)),
  };
  const serve: RequestListener = (req, res) => {
    if (!connections.admit(req.socket, res)) return;
    runInPipeline(res, () => {
      app(req, res);
    });
  };
  const server = createServer(options, serve);
  // Without it a client that has said all that it will would be hung up on before it is answered.
  Object.assign(server, { httpAllowHalfOpen: true });
  // Node would answer it without a word; the app answers 417.
  server.on('checkExpectation', serve);
  // Node would hang up.
  server.on('connect', (_req, socket) => {
    answerUnreadable(new Error('no tunnel is made'), socket, problems);
  });
  server.setTimeout(limits.idleTimeoutMs);
  server.on('connection', (socket) => {
    connections.open(socket);
  });
  server.on('clientError', (error, socket) => {
    if (connections.isAnswering(socket)) socket.destroy();
    else answerUnreadable(error, socket, problems);
  });
  let closing: Promise<void> | null = null;
  return {
    listen: ({ host, port }) => listen(server, { host, port }),
    close: () => (closing ??= drain(server, connections, limits)),
  };
}

function listen(server: Server, at: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/**
 * Loses no request that was accepted. From now on every answer says `Connection: close`; a connection without a request
 * is kept a little longer, because one may be on its way already, and closing first would lose it. So the listening
 * socket is closed as TCP's: the HTTP server's own `close` would end such connections at once.
 */
async function drain(
  server: Server,
  connections: ConnectionLedger,
  limits: HttpServerLimits,
): Promise<void> {
  connections.startClosing();
  // One turn of the loop: what the kernel has accepted for us by now is ours, and closing would reset it.
  await new Promise(setImmediate);
  const closed = new Promise<void>((resolve) => {
    TcpServer.prototype.close.call(server, () => {
      resolve();
    });
  });
  const idle = setTimeout(() => {
    connections.endIdle();
  }, limits.drainGraceMs);
  const last = setTimeout(() => {
    server.closeAllConnections();
  }, limits.shutdownTimeoutMs);
  await closed;
  clearTimeout(idle);
  clearTimeout(last);
  // Ends the clock that watches header and body time-outs; there is nothing left to close.
  server.close(() => undefined);
}
