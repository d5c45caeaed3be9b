import { describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { withEmbedded } from './with-embedded.js';

const { BSON } = mongoose.mongo;

const OP_MSG = 2013;
const MORE_TO_COME = 2;
const EXHAUST_ALLOWED = 1 << 16;

const message = (operation: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(16);
  header.writeInt32LE(body.length + 16, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(operation, 12);
  return Buffer.concat([header, body]);
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const opMsg = (command: Record<string, unknown>, flags = 0): Buffer =>
  message(OP_MSG, int32(flags), Buffer.of(0), BSON.serialize(command));

describe('the wire protocol of the embedded database', () => {
  const { server, collection, db } = withEmbedded();

  const open = async (): Promise<Socket> => {
    const path = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(server().said.uri)?.[1] ?? '');
    const socket = connect(path);
    await once(socket, 'connect');
    return socket;
  };
  const replies = async (socket: Socket, count: number): Promise<Record<string, unknown>[]> => {
    let bytes = Buffer.alloc(0);
    const found: Record<string, unknown>[] = [];
    for await (const chunk of socket) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      while (bytes.length >= 4 && bytes.length >= bytes.readInt32LE(0)) {
        const frame = bytes.subarray(0, bytes.readInt32LE(0));
        const start = frame.readInt32LE(12) === 1 ? 36 : 21;
        found.push(BSON.deserialize(frame.subarray(start)));
        bytes = bytes.subarray(frame.length);
      }
      if (found.length >= count) break;
    }
    return found;
  };

  it('answers the handshake of the old kind', async () => {
    const socket = await open();
    const query = Buffer.concat([int32(0), Buffer.from('admin.$cmd\0'), int32(0), int32(-1)]);
    socket.write(message(2004, query, BSON.serialize({ isMaster: 1, helloOk: true })));
    const [hello] = await replies(socket, 1);
    expect(hello).toMatchObject({
      ok: 1,
      helloOk: true,
      ismaster: true,
      minWireVersion: 0,
      maxWireVersion: 21,
      maxBsonObjectSize: 16_777_216,
    });
    expect(hello).not.toHaveProperty('compression');
    expect(hello).not.toHaveProperty('setName');
    expect(hello?.logicalSessionTimeoutMinutes).toBe(30);
    expect(hello?.localTime).toBeInstanceOf(Date);
    expect(hello?.embeddedMongoInstance).toBe(server().said.instance);
  });

  describe('for a client that watches what it is', () => {
    const asked = { hello: 1, maxAwaitTimeMS: 50, $db: 'admin' };
    const versionOf = async () => {
      const socket = await open();
      socket.write(opMsg({ hello: 1, $db: 'admin' }));
      const [hello] = await replies(socket, 1);
      return hello?.topologyVersion;
    };

    it('answers again and again without being asked, where it may', async () => {
      const socket = await open();
      socket.write(opMsg({ ...asked, topologyVersion: await versionOf() }, EXHAUST_ALLOWED));
      const found = await replies(socket, 3);
      expect(found).toMatchObject([1, 2, 3].map(() => ({ ok: 1, isWritablePrimary: true })));
    });

    it('answers once, and then the next question, where it may not go on', async () => {
      const socket = await open();
      socket.write(opMsg({ ...asked, topologyVersion: await versionOf() }));
      socket.write(opMsg({ ping: 1, $db: 'admin' }));
      expect(await replies(socket, 2)).toMatchObject([{ isWritablePrimary: true }, { ok: 1 }]);
    });

    it('answers at once where it knew another process', async () => {
      const socket = await open();
      const processId = new mongoose.mongo.ObjectId();
      const topologyVersion = { processId, counter: mongoose.mongo.Long.fromNumber(0) };
      socket.write(opMsg({ ...asked, maxAwaitTimeMS: 600_000, topologyVersion }));
      const [hello] = await replies(socket, 1);
      expect(hello?.topologyVersion).toEqual(await versionOf());
    });

    it('refuses to wait where one of version and time is missing', async () => {
      const socket = await open();
      socket.write(opMsg(asked));
      expect(await replies(socket, 1)).toMatchObject([{ ok: 0, code: 2 }]);
    });
  });

  it('takes documents in a sequence of their own', async () => {
    const socket = await open();
    const documents = [BSON.serialize({ _id: 's1' }), BSON.serialize({ _id: 's2' })];
    const size = 4 + 'documents\0'.length + documents.reduce((sum, { length }) => sum + length, 0);
    socket.write(
      message(
        OP_MSG,
        int32(0),
        Buffer.of(1),
        int32(size),
        Buffer.from('documents\0'),
        ...documents,
        Buffer.of(0),
        BSON.serialize({ insert: 'items', $db: 'suite' }),
      ),
    );
    expect(await replies(socket, 1)).toMatchObject([{ ok: 1, n: 2 }]);
  });

  it('gives no reply to a message that wants none, not even a refusal, and still does it in order', async () => {
    const socket = await open();
    socket.write(opMsg({ insert: 'quiet', documents: [{ _id: 1 }], $db: 'suite' }, MORE_TO_COME));
    socket.write(opMsg({ insert: 'quiet', documents: [{ _id: 1 }], $db: 'suite' }, MORE_TO_COME));
    socket.write(opMsg({ nonsense: 1, $db: 'suite' }, MORE_TO_COME));
    socket.write(opMsg({ count: 'quiet', $db: 'suite' }));
    socket.write(opMsg({ ping: 1, $db: 'suite' }));
    expect(await replies(socket, 2)).toEqual([{ n: 1, ok: 1 }, { ok: 1 }]);
  });

  it('answers many messages sent at once, one after another', async () => {
    const socket = await open();
    const commands = Array.from({ length: 300 }, (_, n) =>
      opMsg({ insert: 'many', documents: [{ _id: n }], $db: 'suite' }),
    );
    socket.write(Buffer.concat(commands));
    const found = await replies(socket, 300);
    expect(found.every(({ n }) => n === 1)).toBe(true);
    expect(await collection('many').countDocuments({})).toBe(300);
  });

  it('takes a message however it is cut', async () => {
    const socket = await open();
    for (const byte of opMsg({ ping: 1, $db: 'suite' })) {
      socket.write(Buffer.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await replies(socket, 1)).toEqual([{ ok: 1 }]);
  });

  it('checks a checksum', async () => {
    // CRC-32C of the message, computed bit by bit.
    const crc = (bytes: Buffer): number => {
      let value = 0xffff_ffff;
      for (const byte of bytes) {
        value ^= byte;
        for (let bit = 0; bit < 8; bit += 1)
          value = value & 1 ? (value >>> 1) ^ 0x82f6_3b78 : value >>> 1;
      }
      return ~value;
    };
    const plain = message(
      OP_MSG,
      int32(1),
      Buffer.of(0),
      BSON.serialize({ ping: 1, $db: 'suite' }),
      int32(0),
    );
    const summed = Buffer.concat([plain.subarray(0, -4), int32(crc(plain.subarray(0, -4)))]);
    const good = await open();
    good.write(summed);
    expect(await replies(good, 1)).toEqual([{ ok: 1 }]);
    const bad = await open();
    bad.write(plain);
    await once(bad, 'close');
  });

  it('refuses malformed BSON and keeps the connection', async () => {
    const socket = await open();
    const broken = Buffer.from(BSON.serialize({ ping: 1, $db: 'suite', text: 'abc' }));
    broken.writeInt32LE(9_999, broken.indexOf('text') + 5);
    socket.write(message(OP_MSG, int32(0), Buffer.of(0), broken));
    socket.write(opMsg({ ping: 1, $db: 'suite' }));
    expect(await replies(socket, 2)).toMatchObject([
      { ok: 0, code: 22, codeName: 'InvalidBSON' },
      { ok: 1 },
    ]);
  });

  it.each<[string, () => Buffer]>([
    ['an impossible length', () => Buffer.from([0xff, 0xff, 0xff, 0x7f, 1, 2, 3, 4])],
    ['a negative length', () => int32(-5)],
    ['a length of nothing', () => int32(0)],
    ['an unknown operation', () => message(999, randomBytes(10))],
    ['a compressed message', () => message(2012, randomBytes(30))],
    ['an empty body', () => message(OP_MSG)],
    ['unknown flags', () => message(OP_MSG, int32(8), Buffer.of(0), BSON.serialize({ ping: 1 }))],
    [
      'an unknown section',
      () => message(OP_MSG, int32(0), Buffer.of(9), BSON.serialize({ ping: 1 })),
    ],
    [
      'a sequence cut short',
      () => message(OP_MSG, int32(0), Buffer.of(1), int32(900), Buffer.from('documents\0')),
    ],
    ['words', () => Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
  ])('ends the connection that sends %s, and serves the others', async (_name, bytes) => {
    const socket = await open();
    socket.write(bytes());
    await once(socket, 'close');
    expect(await db().command({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('stands any bytes in the place of a document', async () => {
    for (let round = 0; round < 200; round += 1) {
      const socket = await open();
      const document = Buffer.from(
        BSON.serialize({
          insert: 'items',
          documents: [{ a: 1, b: 'x', c: [1, { d: new Date() }] }],
          $db: 'suite',
        }),
      );
      for (const at of randomBytes(3)) document[4 + (at % (document.length - 4))] = at;
      socket.write(message(OP_MSG, int32(0), Buffer.of(0), document));
      socket.end();
      socket.resume();
      await once(socket, 'close');
    }
    expect(await db().command({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('is not hurt by a connection that stays silent in the middle of a message', async () => {
    const silent = await open();
    silent.write(int32(40_000_000));
    expect(await db().command({ ping: 1 })).toEqual({ ok: 1 });
    silent.destroy();
  });
});
