import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect, type Database } from '../../../src/storage/connect.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { openDatabase, patience, type TestDatabase } from '../../support/database.js';
import { newId } from '../../support/stored/ids.js';

let direct: TestDatabase;
let database: Database;
const told: { name: string; isOk: boolean; milliseconds: number }[] = [];
beforeAll(async () => {
  direct = await openDatabase();
  database = await connect({
    uri: direct.uri,
    ...patience,
    onCommand: (command) => told.push(command),
  });
});
afterAll(async () => {
  await database.close();
  await direct.close();
});

test('how long each command took is told, with its name and whether it succeeded', async () => {
  told.length = 0;
  await openStores(database).userProducts.find(newId(), newId());
  await expect(database.connection.db?.command({ noSuchCommand: 1 })).rejects.toThrow();
  expect(told).toMatchObject([
    { name: 'find', isOk: true, milliseconds: expect.any(Number) },
    { name: 'noSuchCommand', isOk: false, milliseconds: expect.any(Number) },
  ]);
});
