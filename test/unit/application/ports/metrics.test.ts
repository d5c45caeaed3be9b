import { expect, test } from '@jest/globals';
import { noMetrics } from '../../../../src/application/ports/metrics.js';

test('Without metrics everything may be counted, and nothing comes of it', () => {
  expect([
    noMetrics.decided('upgrade'),
    noMetrics.commitLost(),
    noMetrics.periodsEnded(1, 2),
    noMetrics.drained(1, 2),
    noMetrics.webhookAttempted('delivered', 3),
  ]).toEqual(Array(5).fill(undefined));
});
