import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { endAll, newFolder, run, startUntil } from './cli-process.js';

afterAll(endAll);

const envOf = (folder: string) => ({ APP_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder });
const oneLine = /^[^\n]+\n$/;
const address = /http:\/\/\S+?:(\d+)/;

describe('a running server', () => {
  test('keeps a second one off its folder and off its port, and ends with 0 when asked to', async () => {
    const env = { ...envOf(newFolder()), PORT: '0' };
    const server = await startUntil(address, ['serve'], env);

    const sameFolder = await run(['serve'], env);
    expect([sameFolder.code, sameFolder.stdout]).toEqual([1, '']);
    expect(sameFolder.stderr).toMatch(oneLine);

    const [, port = ''] = address.exec(server.match) ?? [];
    const samePort = await run(['serve'], { ...envOf(newFolder()), PORT: port });
    expect([samePort.code, samePort.stdout]).toEqual([1, '']);
    expect(samePort.stderr).toMatch(oneLine);

    expect((await server.stop()).code).toBe(0);
    expect((await run(['verify'], env)).code).toBe(0);
  });
});

describe('the address of the database', () => {
  test('is told beside a running server as mongosh takes it, with the name of the database', async () => {
    const env = { ...envOf(newFolder()), PORT: '0', DEMO: 'on' };
    const server = await startUntil(address, ['serve'], env);
    const { code, stdout } = await run(['database'], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^mongodb:\/\/%2F\S+\/test\?directConnection=true\n$/);
    const client = new mongoose.mongo.MongoClient(stdout.trim());
    expect(await client.db().collection('organisations').countDocuments({})).toBe(2);
    await client.close();
    await server.stop();
  });

  test('of a MongoDB is told without its password', async () => {
    const uri = 'mongodb://gateway:secret@db-1:27017,db-2:27017/billing?replicaSet=rs0';
    const { stdout } = await run(['database'], { ...envOf(newFolder()), MONGODB_URI: uri });
    expect(stdout).toBe('mongodb://***@db-1:27017,db-2:27017/billing?replicaSet=rs0\n');
  });

  test('is told to be missing where no server runs, with what starts one', async () => {
    const { code, stdout, stderr } = await run(['database'], envOf(newFolder()));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain('embedded-mongo --port 27017');
  });

  test('of an embedded database alone on a port holds the password that it wants', async () => {
    const env = envOf(newFolder());
    const server = await startUntil(/mongodb:\S+/, ['embedded-mongo', '--port', '0'], env);
    expect(server.match).toMatch(/^mongodb:\/\/[\w-]+:[\w-]+@127\.0\.0\.1:\d+\/test\?/);
    const client = new mongoose.mongo.MongoClient(server.match);
    expect(await client.db().command({ listCollections: 1 })).toMatchObject({ ok: 1 });
    await client.close();
    expect((await server.stop()).code).toBe(0);
  });
});

describe('two commands at once without a server', () => {
  test('leave a database whose promises hold; one that has to stand back says so', async () => {
    const env = envOf(newFolder());
    const both = await Promise.all([run(['demo', 'load'], env), run(['demo', 'load'], env)]);
    expect(both.map((it) => it.code)).toContain(0);
    for (const { code, stderr } of both.filter((it) => it.code !== 0)) {
      expect(code).toBe(1);
      expect(stderr).toMatch(oneLine);
    }
    expect((await run(['demo', 'load'], env)).code).toBe(0);
    expect((await run(['verify'], env)).stdout).toMatch(
      /^all promises hold: 2 organisations, \d+ user products\n$/,
    );
  });
});

describe('a folder that cannot be used', () => {
  test('because a file stands in its way is told in one line', async () => {
    const file = newFolder();
    writeFileSync(file, '');
    const { code, stdout, stderr } = await run(['verify'], envOf(path.join(file, 'database')));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(oneLine);
  });

  test('because it is damaged is told in one line', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'data.mdb'), randomBytes(100_000));
    const { code, stdout, stderr } = await run(['verify'], envOf(folder));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(oneLine);
  });

  // Nothing is read-only to root.
  const testUnlessRoot = process.getuid?.() === 0 ? test.skip : test;
  testUnlessRoot('because it is read-only is told in one line', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o500);
    const { code, stdout, stderr } = await run(['verify'], envOf(folder));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(oneLine);
  });
});
