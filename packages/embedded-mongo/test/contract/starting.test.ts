import { describe, expect, it, afterEach, beforeEach } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createServer } from 'node:net';
import { once } from 'node:events';
import mongoose from 'mongoose';
import { findRunning } from '../../src/index.js';
import { newFolder, startServer, type StartedServer } from './server-in-process.js';

const { MongoClient } = mongoose.mongo;

describe('starting the embedded database', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let started: StartedServer[];

  beforeEach(async () => {
    ({ folder, remove } = await newFolder());
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    await remove();
  });

  const start = async (options: Record<string, unknown> = {}): Promise<StartedServer> => {
    const server = await startServer({ path: folder, ...options });
    started.push(server);
    return server;
  };
  const insertAndCount = async (uri: string): Promise<number> => {
    const client = new MongoClient(uri);
    try {
      await client.db('t').collection('x').insertOne({});
      return await client.db('t').collection('x').countDocuments({});
    } finally {
      await client.close();
    }
  };

  it('listens on a socket that only this user reaches', async () => {
    const { said } = await start();
    const socket = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(said.uri)?.[1] ?? '');
    expect(socket).toBe(path.join(folder, 'socket', 'mongodb.sock'));
    expect((await stat(path.dirname(socket))).mode & 0o777).toBe(0o700);
    expect(await insertAndCount(said.uri)).toBe(1);
  });

  it('listens in the temporary folder when the path is too long for a socket', async () => {
    const long = path.join(folder, 'x'.repeat(120));
    const { said } = await start({ path: long });
    const socket = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(said.uri)?.[1] ?? '');
    expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100);
    expect((await stat(path.dirname(socket))).mode & 0o777).toBe(0o700);
    expect(await insertAndCount(said.uri)).toBe(1);
  });

  it('listens on loopback when a port is asked for', async () => {
    const { said } = await start({ listen: { kind: 'tcp', port: 0 } });
    expect(said.uri).toMatch(/^mongodb:\/\/user-\w+:[\w-]{32}@127\.0\.0\.1:\d+\//);
    expect(await insertAndCount(said.uri)).toBe(1);
  });

  it('refuses a folder whose owner answers', async () => {
    await start();
    expect((await start()).said).toMatchObject({ reason: 'folder_in_use' });
  });

  it('lets exactly one of several starts at once have the folder', async () => {
    const said = (await Promise.all([start(), start(), start(), start()])).map(
      (server) => server.said,
    );
    expect(said.filter(({ reason }) => reason === undefined)).toHaveLength(1);
    expect(said.filter(({ reason }) => reason === 'folder_in_use')).toHaveLength(3);
  });

  it("takes a killed owner's folder over, with all that was in it", async () => {
    const first = await start();
    expect(await insertAndCount(first.said.uri)).toBe(1);
    await first.kill();
    expect(await insertAndCount((await start()).said.uri)).toBe(2);
  });

  it('keeps everything over an orderly end', async () => {
    const first = await start();
    expect(await insertAndCount(first.said.uri)).toBe(1);
    await first.stop();
    expect(await insertAndCount((await start()).said.uri)).toBe(2);
    expect(await readdir(folder)).not.toContain('mongodb.json');
  });

  it('is found by commands only when it publishes itself and answers', async () => {
    expect(await findRunning(folder)).toBeNull();
    const silent = await start();
    expect(await findRunning(folder)).toBeNull();
    await silent.stop();

    const server = await start({ publish: true });
    expect(await findRunning(folder)).toEqual({
      uri: server.said.uri,
      instance: server.said.instance,
    });
    expect((await stat(path.join(folder, 'mongodb.json'))).mode & 0o777).toBe(0o600);
    const published = await readFile(path.join(folder, 'mongodb.json'));
    await server.stop();
    expect(await readdir(folder)).not.toContain('mongodb.json');

    await writeFile(path.join(folder, 'mongodb.json'), published);
    expect(await findRunning(folder)).toBeNull();
    const other = await start();
    expect(other.said.uri).toBe(server.said.uri);
    expect(await findRunning(folder)).toBeNull();
  });

  it('leaves alone what another one has published meanwhile', async () => {
    const server = await start({ publish: true });
    const other = JSON.stringify({ uri: 'mongodb://127.0.0.1:1/', instance: 'another' });
    await writeFile(path.join(folder, 'mongodb.json'), other);
    await server.stop();
    expect(await readFile(path.join(folder, 'mongodb.json'), 'utf8')).toBe(other);
  });

  it('refuses a port that is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    expect((await start({ listen: { kind: 'tcp', port } })).said).toMatchObject({
      reason: 'port_in_use',
    });
    holder.close();
  });

  it('refuses a path that is a file, or below one', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    expect((await start({ path: file })).said).toMatchObject({ reason: 'folder_not_writable' });
    expect((await start({ path: path.join(file, 'below') })).said).toMatchObject({
      reason: 'folder_not_writable',
    });
  });

  it('refuses a folder it may not write to', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const asOther = spawnSync(process.execPath, [
      '-e',
      `process.exit(process.getuid() === 0 ? 9 : 0)`,
    ]).status;
    const said =
      asOther === 9
        ? (await start({ path: '/proc/nothing' })).said
        : (await start({ path: closed })).said;
    expect(said).toMatchObject({ reason: 'folder_not_writable' });
  });

  it.each<[string, (file: string) => Promise<void>]>([
    ['rubbish in place of data', (file) => writeFile(file, 'not a database '.repeat(1_000))],
    [
      'a data file cut to half',
      async (file) => truncate(file, Math.floor((await stat(file)).size / 2)),
    ],
    ['a data file cut to a few bytes', (file) => truncate(file, 100)],
    [
      'zeros behind the first page',
      async (file) => {
        const bytes = await readFile(file);
        await writeFile(file, bytes.fill(0, 8_192));
      },
    ],
  ])('refuses a damaged folder: %s', async (_name, damage) => {
    const server = await start();
    await insertAndCount(server.said.uri);
    await server.stop();
    await damage(path.join(folder, 'data.mdb'));
    const { said } = await start();
    expect(said).toMatchObject({ reason: 'folder_damaged' });
    expect(said.message).toMatch(/^The database folder .* is damaged/);
  });

  it('says in one sentence what is wrong', async () => {
    await start();
    const { said } = await start();
    expect(said.message).toMatch(/^[A-Z][^\n]*\.$/);
    expect(said.message).not.toMatch(/lmdb|mdb_|node_modules| at /i);
  });
});
