import type { ReadTestClock, SetTestClock } from '../../../application/clock/test-clock.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { clockFields, toClockInstant } from '../commands/clock-instant.js';
import { noSuchInstant } from '../problems/parameter-problems.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { itemOf } from '../schemas.js';
import { testClockShape, toTestClockItem } from '../test-clock-shape.js';

export type ClockEndpointsDeps = {
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
};

const path = '/external/api/v1/test_clock';
const tag = 'Test clock';
const scope = '/external/test_clock/w';
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
} as const satisfies PaywayDescription;

const setClock = {
  name: 'setTestClock',
  summary: 'Set the test clock',
  description:
    'Moves the clock of an organisation that is not live forward. Everything that falls due on the way is applied ' +
    'before it is answered; a step that would end too much is refused before anything is written.',
  tag,
  method: 'put',
  path,
  scope,
  body: clockFields,
  keeps: 'in_record',
  answer: { status: 200, schema: clockAnswer },
  refusals: ['organisation_is_live', 'clock_moves_forward_only', 'clock_step_too_long'],
} as const satisfies PaywayDescription;

const [now] = clockFields;
const unreal = noSuchInstant(now.name, now.printedPattern);

/** An organisation's own clock (docs/spec/operations.md §6). */
export function makeTestClockEndpoints(deps: ClockEndpointsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(readClock, async ({ caller: { organisationId } }) => {
      const reading = await deps.readTestClock({ organisationId });
      if (!reading.ok) return refusedBy(reading.failure);
      return { status: 200, body: { item: toTestClockItem(reading) } };
    }),
    makeEndpoint(setClock, async ({ body, caller: { organisationId } }) => {
      const at = toClockInstant(body);
      if (at === null) return unreal;
      const reading = await deps.setTestClock({ organisationId, at });
      if (!reading.ok) return refusedBy(reading.failure);
      return { status: 200, body: { item: toTestClockItem(reading) } };
    }),
  ];
}
