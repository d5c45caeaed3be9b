import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream';
import { announcesBody } from '../core/checks/announces-body.js';

/**
 * Calls back once the request has arrived in full. A client that is still sending when its answer comes and the
 * connection closes gets a reset instead of the answer; so what it sends is read and thrown away first. The server's
 * time-out for a request bounds it.
 */
export function afterBody(req: IncomingMessage, callback: () => void): void {
  if (!announcesBody(req.headers) || req.readableEnded || req.destroyed) {
    callback();
    return;
  }
  finished(req, { writable: false }, () => {
    callback();
  });
  req.resume();
}
