import { expect, test } from '@jest/globals';
import { failDispatcher } from '../../../../src/application/webhooks/dispatcher-context.js';
import { makeDispatcherWorld } from './dispatcher-world.js';

test('A dispatcher that fails is over, and remembers the first thing that went wrong', async () => {
  const dispatcher = await (await makeDispatcherWorld()).dispatcher();
  const [first, second] = [new Error('first'), new Error('second')];
  failDispatcher(dispatcher, first);
  failDispatcher(dispatcher, second);
  expect(dispatcher.state).toMatchObject({ isOver: true, failure: { error: first } });
});
