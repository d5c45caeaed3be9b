import type { ReadTestClock, SetTestClock } from '../../../application/period-end/test-clock.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { clockProblems, noSuchInstant } from '../errors.js';
import { instantField } from '../fields.js';
import { itemOf } from '../schemas.js';
import { testClockShape, toTestClockItem } from '../test-clock-shape.js';
import { toClockInstant } from '../to-command.js';

export type TestClockDeps = {
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
};

const path = '/external/api/v1/test_clock';
const scope = '/external/test_clock/w';
const tag = 'Test clock';
const now = instantField('now');
const clockAnswer = itemOf('TestClockAnswer', testClockShape);

const readClock = {
  name: 'readTestClock',
  summary: 'Read the test clock',
  description: 'Tells what time it is for an organisation that is not live.',
  tag,
  method: 'get',
  path,
  scope,
  answer: { status: 200, schema: clockAnswer },
  refusals: ['organisation_is_live'],
} as const satisfies EndpointDescription;

const setClock = {
  name: 'setTestClock',
  summary: 'Set the test clock',
  description:
    'Moves the clock of an organisation that is not live forward. Everything that falls due on the way is applied ' +
    'before it is answered.',
  tag,
  method: 'put',
  path,
  scope,
  body: [now],
  keeps: 'in_record',
  answer: { status: 200, schema: clockAnswer },
  refusals: ['organisation_is_live', 'clock_moves_forward_only'],
} as const satisfies EndpointDescription;

const unreal = noSuchInstant('now', now.printedPattern);

/** An organisation's own clock (spec/operations.md §6). */
export function makeTestClockEndpoints(deps: TestClockDeps): Endpoint[] {
  return [
    {
      ...readClock,
      handle: async ({ caller: { organisationId } }) => {
        const reading = await deps.readTestClock({ organisationId });
        if (!reading.ok) return clockProblems[reading.failure];
        return { status: 200, body: { item: toTestClockItem(reading) } };
      },
    },
    {
      ...setClock,
      handle: async ({ body, caller: { organisationId } }) => {
        const at = toClockInstant(body);
        if (at === null) return unreal;
        const reading = await deps.setTestClock({ organisationId, at });
        if (!reading.ok) return clockProblems[reading.failure];
        return { status: 200, body: { item: toTestClockItem(reading) } };
      },
    },
  ];
}
