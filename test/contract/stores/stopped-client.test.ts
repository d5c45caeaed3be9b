import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '../../../src/storage/connect.js';
import { openStores } from '../../../src/storage/open-stores.js';
import { freshDatabaseUri } from '../../support/database.js';
import { openReplicaSet } from '../../support/replica-set/open-replica-set.js';
import { until } from '../../support/until.js';

type Monitor = {
  readonly connection: { readonly socket: { destroy(): void } } | null;
  requestCheck(): void;
};

/** What the driver keeps to itself: who asks the servers what they are. */
function monitorsOf(connection: Connection): readonly Monitor[] {
  const { topology } = connection.getClient() as unknown as {
    topology: { s: { servers: Map<string, { monitor: Monitor }> } };
  };
  return [...topology.s.servers.values()].map(({ monitor }) => monitor);
}

// The driver rests so long between two questions at least.
const restMs = 600;

describe('A client whose connections all break at once', () => {
  test('has stopped for ever where heartbeats are asked for, and is replaced without a restart', async () => {
    const set = await openReplicaSet({ heartbeats: 'polling' });
    let replaced = 0;
    const database = await connect({
      uri: freshDatabaseUri(set.uri),
      requestTimeoutMs: 3_000,
      watch: { unavailableMs: 0, lookEveryMs: 20 },
      onClientReplaced: () => {
        replaced += 1;
      },
    });
    const { organisations } = openStores(database);
    expect(await organisations.list()).toEqual([]);
    await pause(restMs);
    set.forget();
    set.add({ command: 'find', when: 'before', as: 'silent' });
    const underWay = organisations.list().catch(() => null);
    await until(() => set.commands().length > 0);
    // A heartbeat that is due in the very instant in which its connection breaks: it is written to a dead socket.
    for (const monitor of monitorsOf(database.connection)) {
      monitor.connection?.socket.destroy();
      monitor.requestCheck();
    }
    set.cutAll();
    await until(async () => {
      await organisations.list().catch(() => null);
      return replaced > 0;
    });
    await underWay;
    expect(await until(() => organisations.list().catch(() => null))).toEqual([]);
    expect(replaced).toBe(1);
    await database.close();
    await set.close();
  });

  test('goes on by itself where the servers tell what they are, and is not replaced', async () => {
    const set = await openReplicaSet({ heartbeats: 'streaming' });
    let replaced = 0;
    const database = await connect({
      uri: freshDatabaseUri(set.uri),
      requestTimeoutMs: 60_000,
      onClientReplaced: () => {
        replaced += 1;
      },
    });
    const { organisations } = openStores(database);
    await organisations.list();
    set.cutAll();
    expect(await until(() => organisations.list().catch(() => null))).toEqual([]);
    expect(replaced).toBe(0);
    await database.close();
    await set.close();
  });
});
