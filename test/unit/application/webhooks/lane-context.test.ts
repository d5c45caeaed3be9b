import { expect, test } from '@jest/globals';
import { failLane } from '../../../../src/application/webhooks/lane-context.js';
import { makeLaneWorld } from './lane-world.js';

test('A lane that fails is over, and remembers the first thing that went wrong', async () => {
  const lane = await (await makeLaneWorld()).lane();
  const [first, second] = [new Error('first'), new Error('second')];
  failLane(lane, first);
  failLane(lane, second);
  expect(lane.state).toMatchObject({ isOver: true, failure: { error: first } });
});
