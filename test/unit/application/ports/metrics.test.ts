import { expect, test } from '@jest/globals';
import { noMetrics } from '../../../../src/application/ports/metrics.js';

test('Without metrics everything may be counted, and counting never throws', () => {
  expect(() => {
    noMetrics.decided('upgrade');
    noMetrics.commitLost();
    noMetrics.periodsEnded(1, 2);
    noMetrics.drained(1, 2);
    noMetrics.numbered('invoice', 1);
    noMetrics.webhookAttempted('delivered', 3);
  }).not.toThrow();
});
