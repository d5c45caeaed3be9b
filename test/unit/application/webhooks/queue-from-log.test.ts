import { describe, expect, test } from '@jest/globals';
import { queueFromLog } from '../../../../src/application/webhooks/queue-from-log.js';
import { makeQueuedWorld as queued } from './dispatcher-world.js';

describe('Queueing from the log', () => {
  test('makes deliveries of the next page, and moves the endpoint past it', async () => {
    const { dispatcher, states, endpoint } = await queued(25);
    expect([(await states()).length, (await endpoint())?.position]).toEqual([20, 20]);
    expect(await queueFromLog(dispatcher)).toBe(true);
    expect((await endpoint())?.position).toBe(25);
    expect(await queueFromLog(dispatcher)).toBe(false);
    expect(await states()).toEqual(Array(25).fill('pending'));
  });
});
