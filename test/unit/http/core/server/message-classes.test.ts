import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { makeMessageClasses } from '../../../../../src/http/core/server/message-classes.js';

test('requests and responses are Express’s from the start, so that it changes no prototype', async () => {
  const app = express();
  const classes = makeMessageClasses(app);
  const req = new classes.IncomingMessage(new Socket());
  const res = new classes.ServerResponse(req);
  expect([req instanceof IncomingMessage, res instanceof ServerResponse]).toEqual([true, true]);
  const before = [Object.getPrototypeOf(req), Object.getPrototypeOf(res)] as unknown[];
  const found = new Promise((resolve) => {
    app.use((asked, answer) => {
      resolve([asked.get('host'), typeof answer.json, asked.app === app]);
    });
  });
  Object.assign(req, { method: 'GET', url: '/', headers: { host: 'x' } });
  app(req as never, res as never);
  expect(await found).toEqual(['x', 'function', true]);
  expect([Object.getPrototypeOf(req), Object.getPrototypeOf(res)]).toEqual(before);
});
