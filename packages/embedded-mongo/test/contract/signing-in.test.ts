import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import path from 'node:path';
import mongoose from 'mongoose';
import { newFolder, startServer, type StartedServer } from './server-in-process.js';
import { refusal } from './with-embedded.js';

const { MongoClient } = mongoose.mongo;

describe('a server on a port', () => {
  let place: Awaited<ReturnType<typeof newFolder>>;
  let server: StartedServer;
  const listen = { kind: 'tcp', port: 0 };
  beforeAll(async () => {
    place = await newFolder();
    server = await startServer({ path: place.folder, listen });
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });

  const asked = async (change: (uri: URL) => void, command: object = { count: 'x' }) => {
    const uri = new URL(server.said.uri);
    change(uri);
    const client = new MongoClient(uri.href, { serverSelectionTimeoutMS: 2_000 });
    try {
      return await refusal(client.db('t').command(command));
    } finally {
      await client.close();
    }
  };
  const withoutUser = (uri: URL): void => {
    uri.username = '';
    uri.password = '';
    uri.searchParams.delete('authMechanism');
    uri.searchParams.delete('authSource');
  };

  it('lets in whoever knows the password that it says', async () => {
    expect(await asked(() => undefined)).toBeUndefined();
  });

  it.each<[string, (uri: URL) => void, number]>([
    ['another password', (uri) => (uri.password = 'another'), 18],
    ['another user', (uri) => (uri.username = 'another'), 18],
    ['nothing', withoutUser, 13],
  ])('refuses whoever says %s', async (_, change, code) => {
    expect(await asked(change)).toMatchObject({ code });
  });

  it.each([
    { insert: 'x', documents: [{}] },
    { find: 'x' },
    { listDatabases: 1 },
    { dropDatabase: 1 },
    { connectionStatus: 1 },
    { saslContinue: 1, conversationId: 1, payload: Buffer.from('') },
    { saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: Buffer.from('n,,n=,r=') },
  ])('refuses %j to whoever has not signed in', async (command) => {
    expect([13, 18]).toContain((await asked(withoutUser, command))?.code);
  });

  it('answers what a client asks before it signs in', async () => {
    for (const command of [{ hello: 1 }, { ping: 1 }, { buildInfo: 1 }])
      expect(await asked(withoutUser, command)).toBeUndefined();
  });

  it('knows no other way to sign in', async () => {
    const change = (uri: URL): void => {
      uri.searchParams.set('authMechanism', 'SCRAM-SHA-1');
    };
    expect(await asked(change)).toMatchObject({ code: 334 });
  });

  it('has the same password when it is started again, kept for its user alone', async () => {
    const before = new URL(server.said.uri);
    await server.stop();
    server = await startServer({ path: place.folder, listen });
    const after = new URL(server.said.uri);
    expect([after.username, after.password]).toEqual([before.username, before.password]);
    const file = path.join(place.folder, 'embedded-mongo-user.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
