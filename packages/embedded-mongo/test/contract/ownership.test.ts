import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import mongoose from 'mongoose';
import { findRunning } from '../../src/index.js';
import { isFull } from '../support/depth.js';
import { newFolder, startServer, type StartedServer } from './server-in-process.js';

const { MongoClient } = mongoose.mongo;

const clientOf = (uri: string): mongoose.mongo.MongoClient =>
  new MongoClient(uri, { retryWrites: false, serverSelectionTimeoutMS: 500 });

describe('the owner of a folder', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let started: StartedServer[];

  beforeEach(async () => {
    ({ folder, remove } = await newFolder());
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((server) => server.kill()));
    await remove();
  });

  const start = async (at = folder, through: readonly string[] = []): Promise<StartedServer> => {
    const server = await startServer({ path: at, publish: true }, through);
    started.push(server);
    return server;
  };
  const countAfterInsert = async (uri: string): Promise<number> => {
    const client = clientOf(uri);
    try {
      await client.db('t').collection('x').insertOne({});
      return await client.db('t').collection('x').countDocuments({});
    } finally {
      await client.close();
    }
  };
  const pidOf = ({ child }: StartedServer): number => child.pid ?? 0;
  /** Takes away what the kernel knows of the owner, as if it ran on another machine. */
  const hideLifeline = (): void => {
    for (const name of readdirSync(path.join(folder, 'socket'))) {
      if (name !== 'mongodb.sock') rmSync(path.join(folder, 'socket', name));
    }
  };

  it('is told of with its process number, so that it can be found', async () => {
    const first = await start();
    const { said } = await start();
    expect(said.reason).toBe('folder_in_use');
    expect(said.message).toContain(`in use by process ${String(pidOf(first))}, since 20`);
  });

  it('is dead as a zombie that nobody has waited for', async () => {
    const keeper = ['sh', '-c', 'exec 4<&0; "$@" <&4 & echo $! >&3; exec sleep 60', 'sh'];
    const owner = await start(folder, [
      'sh',
      '-c',
      `exec 3>"${path.join(folder, 'pid')}"; exec "$@"`,
      'sh',
      ...keeper,
    ]);
    const pid = readFileSync(path.join(folder, 'pid'), 'utf8').trim();
    expect(await countAfterInsert(owner.said.uri)).toBe(1);
    process.kill(Number(pid), 'SIGKILL');
    const second = await start();
    expect(spawnSync('ps', ['-o', 'stat=', '-p', pid]).stdout.toString()).toMatch(/^Z/);
    expect(await countAfterInsert(second.said.uri)).toBe(2);
  });

  it('keeps the folder while it stands still, and goes on with it', async () => {
    const owner = await start();
    expect(await countAfterInsert(owner.said.uri)).toBe(1);
    process.kill(pidOf(owner), 'SIGSTOP');
    const { said } = await start();
    expect(said.reason).toBe('folder_in_use');
    expect(said.message).toContain(`process ${String(pidOf(owner))}`);
    expect(said.message).toContain('stands still');
    process.kill(pidOf(owner), 'SIGCONT');
    expect(await countAfterInsert(owner.said.uri)).toBe(2);
  });

  it('that stood still until another one took the folder writes nothing more, and ends', async () => {
    const owner = await start();
    expect(await countAfterInsert(owner.said.uri)).toBe(1);
    const client = clientOf(owner.said.uri);
    await client.db('t').command({ ping: 1 });
    process.kill(pidOf(owner), 'SIGSTOP');
    hideLifeline();
    const ended = once(owner.child, 'exit');
    const late = client
      .db('t')
      .collection('x')
      .insertOne({ _id: 'late' as never })
      .then(
        () => 'acknowledged',
        () => 'not acknowledged',
      );
    const next = await start();
    expect(next.said.reason).toBeUndefined();
    expect(await countAfterInsert(next.said.uri)).toBe(2);
    process.kill(pidOf(owner), 'SIGCONT');
    expect(await late).toBe('not acknowledged');
    expect(await ended).toEqual([1, null]);
    await client.close(true);
    // Its end took nothing from the new one: neither its socket nor its claim.
    expect(await countAfterInsert(next.said.uri)).toBe(3);
    expect(await findRunning(folder)).toMatchObject({ instance: next.said.instance });
  });

  it('on another machine keeps the folder while its heartbeat moves', async () => {
    await start();
    hideLifeline();
    expect((await start()).said).toMatchObject({ reason: 'folder_in_use' });
  });

  it('is exactly one of many that come when the former one was killed', async () => {
    for (const isElsewhere of isFull ? [false, false, true] : [false, true]) {
      const owner = await start();
      await owner.kill();
      if (isElsewhere) hideLifeline();
      const said = (await Promise.all([start(), start(), start()])).map((server) => server.said);
      expect(said.filter(({ reason }) => reason === undefined)).toHaveLength(1);
      expect(said.filter(({ reason }) => reason === 'folder_in_use')).toHaveLength(2);
      await Promise.all(started.splice(0).map((server) => server.kill()));
    }
  });

  it('ends when its folder is taken away from under it', async () => {
    const owner = await start();
    const ended = once(owner.child, 'exit');
    rmSync(folder, { recursive: true });
    expect(await ended).toEqual([1, null]);
  });

  it.each(isFull ? [0, 1, 2] : [0])(
    'killed under load is followed at once, seven times over (%i)',
    async () => {
      let acknowledged = 0;
      for (let round = 0; round < 7; round += 1) {
        const owner = await start();
        expect(owner.said.reason).toBeUndefined();
        const client = clientOf(owner.said.uri);
        const rows = client.db('t').collection('x');
        expect(await rows.countDocuments({})).toBeGreaterThanOrEqual(acknowledged);
        const writers = Array.from({ length: 8 }, async () => {
          for (;;) {
            try {
              await rows.insertOne({});
              acknowledged += 1;
              // The first of them says that the load is on.
              if (acknowledged % 40 === 0) owner.child.kill('SIGKILL');
            } catch {
              return;
            }
          }
        });
        await Promise.all(writers);
        await client.close(true);
      }
      const last = await start();
      expect(await countAfterInsert(last.said.uri)).toBeGreaterThan(acknowledged);
    },
  );

  describe('a copy of the folder', () => {
    let original: string;
    let copy: string;
    beforeEach(async () => {
      original = await made(path.join(folder, 'original'));
      copy = path.join(folder, 'copy');
    });

    it('is a database of its own, also while the original is served', async () => {
      const owner = await start(original);
      expect(await countAfterInsert(owner.said.uri)).toBe(1);
      expect(spawnSync('cp', ['-a', original, copy]).status).toBe(0);
      expect(await findRunning(original)).not.toBeNull();
      expect(await findRunning(copy)).toBeNull();
      const second = await start(copy);
      expect(second.said.uri).not.toBe(owner.said.uri);
      expect(await countAfterInsert(second.said.uri)).toBe(2);
      expect(await countAfterInsert(owner.said.uri)).toBe(2);
    });

    it('of one that was stopped opens', async () => {
      const owner = await start(original);
      expect(await countAfterInsert(owner.said.uri)).toBe(1);
      await owner.stop();
      expect(spawnSync('cp', ['-a', original, copy]).status).toBe(0);
      expect(await countAfterInsert((await start(copy)).said.uri)).toBe(2);
    });

    it('of one that was killed opens, without its sockets too', async () => {
      const owner = await start(original);
      expect(await countAfterInsert(owner.said.uri)).toBe(1);
      await owner.kill();
      const filter = (file: string): boolean => !statSync(file).isSocket();
      cpSync(original, copy, { recursive: true, filter });
      expect(await countAfterInsert((await start(copy)).said.uri)).toBe(2);
    });
  });

  const mayUnshare =
    spawnSync('unshare', ['--mount', '--pid', '--net', '--uts', '--fork', 'true']).status === 0;

  // Another container is another pid, mount, network and host name space; making one needs a right.
  (mayUnshare ? describe : describe.skip)(
    'in another container with the folder mounted elsewhere (needs the right to unshare)',
    () => {
      const container = (inside: string): readonly string[] => [
        ...['unshare', '--mount', '--pid', '--net', '--uts', '--fork', '--kill-child'],
        ...['--mount-proc', 'sh', '-c'],
        `hostname inside-it; mount --bind "${path.join(folder, 'data')}" "${inside}" && exec "$@"`,
        'sh',
      ];

      it('keeps everybody else out, is named, and is found by commands', async () => {
        const data = await made(path.join(folder, 'data'));
        const inside = await made(path.join(folder, 'inside'));
        const owner = await start(inside, container(inside));
        expect(owner.said.uri).toContain(encodeURIComponent(inside));

        const { said } = await start(data);
        expect(said.reason).toBe('folder_in_use');
        expect(said.message).toContain('process 1 of the host or container "inside-it"');
        const running = await findRunning(data);
        expect(running?.uri).toContain(encodeURIComponent(data));
        expect(await countAfterInsert(running?.uri ?? '')).toBe(1);

        await owner.kill();
        expect(await findRunning(data)).toBeNull();
        expect(await countAfterInsert((await start(data)).said.uri)).toBe(2);
      });

      it('is kept out by the one outside, and follows it when it is killed', async () => {
        const data = await made(path.join(folder, 'data'));
        const inside = await made(path.join(folder, 'inside'));
        const owner = await start(data);
        expect((await start(inside, container(inside))).said).toMatchObject({
          reason: 'folder_in_use',
        });
        await owner.kill();
        const next = await start(inside, container(inside));
        expect(next.said.reason).toBeUndefined();
      });
    },
  );
});

async function made(folder: string): Promise<string> {
  await mkdir(folder, { mode: 0o700 });
  await chmod(folder, 0o700);
  return folder;
}
