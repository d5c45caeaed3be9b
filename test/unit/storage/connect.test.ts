import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { connectOptions, type DatabaseOptions } from '../../../src/storage/connect.js';

const address = 'mongodb://db-1.example:27017,db-2.example:27017/billing';

/** What the driver is going to do, by this connection string and by what we add to it. Nothing is connected. */
function optionsOf(query: string, more: Partial<DatabaseOptions> = {}) {
  const uri = `${address}?${query}`;
  const added = connectOptions({ uri, requestTimeoutMs: 10_000, ...more });
  // Mongoose's own, taken out before the driver sees the rest.
  const { bufferCommands, autoIndex, autoCreate, ...driver } = added;
  expect([bufferCommands, autoIndex, autoCreate]).toEqual([false, false, false]);
  return new mongoose.mongo.MongoClient(uri, driver).options;
}

describe('TLS to the database', () => {
  test('is as the connection string says, with its own authority and our certificate', () => {
    const files = 'tlsCAFile=/etc/gateway/ca.pem&tlsCertificateKeyFile=/etc/gateway/client.pem';
    expect(optionsOf(`replicaSet=rs0&tls=true&${files}`)).toMatchObject({
      tls: true,
      tlsCAFile: '/etc/gateway/ca.pem',
      tlsCertificateKeyFile: '/etc/gateway/client.pem',
      replicaSet: 'rs0',
    });
  });

  test('checks certificate and name unless the connection string says not to', () => {
    const { rejectUnauthorized, checkServerIdentity } = optionsOf('tls=true');
    expect([rejectUnauthorized, checkServerIdentity]).toEqual([undefined, undefined]);
    expect(optionsOf('tls=true&tlsAllowInvalidCertificates=true').rejectUnauthorized).toBe(false);
  });

  test('signs in by certificate where the connection string asks for it', () => {
    const query = 'tls=true&authMechanism=MONGODB-X509&authSource=%24external';
    expect(optionsOf(query).credentials).toMatchObject({
      mechanism: 'MONGODB-X509',
      source: '$external',
    });
  });

  test('is off where the connection string does not ask for it', () => {
    expect(optionsOf('').tls).toBeUndefined();
  });
});

describe('a connection', () => {
  test('writes and reads by majority, from the primary, whatever the connection string says', () => {
    const options = optionsOf('w=1&readConcernLevel=local&readPreference=secondary');
    expect(options.writeConcern.w).toBe('majority');
    expect(options.readConcern.level).toBe('majority');
    expect(options.readPreference.mode).toBe('primary');
  });

  test('waits and takes connections as the limits say, which the connection string gave or nobody', () => {
    expect(optionsOf('maxPoolSize=7&socketTimeoutMS=1')).toMatchObject({
      maxPoolSize: 50,
      connectTimeoutMS: 3_000,
      serverSelectionTimeoutMS: 3_000,
      waitQueueTimeoutMS: 3_000,
      socketTimeoutMS: 5_000,
    });
    const limits = { poolSize: 7, connectMs: 1, selectMs: 2, queueMs: 3, replyMs: 4 };
    expect(optionsOf('', { limits })).toMatchObject({
      maxPoolSize: 7,
      connectTimeoutMS: 1,
      serverSelectionTimeoutMS: 2,
      waitQueueTimeoutMS: 3,
      socketTimeoutMS: 4,
    });
  });

  test('tells the servers how long a write may wait for a majority, and keeps a journal that is asked for', () => {
    expect(optionsOf('journal=true').writeConcern).toMatchObject({
      w: 'majority',
      wtimeoutMS: 4_000,
      journal: true,
    });
  });

  test('watches its commands only for somebody who wants to know', () => {
    expect(optionsOf('').monitorCommands).toBe(false);
    expect(optionsOf('', { onCommand: () => undefined }).monitorCommands).toBe(true);
  });
});
