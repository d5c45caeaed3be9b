import type { Express } from 'express';
import {
  type HttpServer,
  type HttpServerLimits,
  makeSocketServer,
} from './core/server/socket-server.js';
import { outsideDialect } from './outside-dialect.js';

/** The sockets under an app. */
export function makeHttpServer(app: Express, limits: HttpServerLimits): HttpServer {
  return makeSocketServer(app, limits, outsideDialect.problems);
}
