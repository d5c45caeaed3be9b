import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../application/ports/log.js';

export type MetricsServerDeps = {
  /** Metrics as text, and the content type of it. */
  readonly read: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly log: Log;
};

export type MetricsServer = {
  /** Resolves with the address once connections are accepted. Port 0: any free one. */
  listen(at: { host: string; port: number }): Promise<AddressInfo>;
  close(): Promise<void>;
};

const timeoutMs = 10_000;

/** Answers `GET /metrics` and nothing else, on a port of its own: what it tells is for operators alone. */
export function makeMetricsServer({ read, log }: MetricsServerDeps): MetricsServer {
  const options = { requestTimeout: timeoutMs, headersTimeout: timeoutMs };
  const server = createServer(options, (req, res) => {
    const [path] = (req.url ?? '').split('?', 1);
    if (req.method !== 'GET' || path !== '/metrics') {
      answer(res, 404, { contentType: 'text/plain', text: 'not found\n' });
      return;
    }
    read().then(
      (metrics) => {
        answer(res, 200, metrics);
      },
      (error: unknown) => {
        log.error('the metrics cannot be read', { error });
        answer(res, 500, { contentType: 'text/plain', text: 'the metrics cannot be read\n' });
      },
    );
  });
  return {
    listen: (at) => listen(server, at),
    close: () => close(server),
  };
}

function answer(
  res: ServerResponse,
  status: number,
  { contentType, text }: { contentType: string; text: string },
): void {
  res.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) });
  res.end(text);
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

/** Cuts off a scrape that runs: the next one asks again, and a stop does not wait for it. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
