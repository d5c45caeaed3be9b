import type { ReadTestClock, SetTestClock } from '../../../application/clock/test-clock.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { toClockItem } from '../clock-item.js';
import { clockFields, toClockInstant } from '../commands/clock-instant.js';
import { noSuchInstant } from '../problems/parameter-problems.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { clockSchema, itemOf } from '../schemas.js';

export type ClockEndpointsDeps = {
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
};

const path = '/external/api/v1/test_clock';
const scope = '/external/test_clock/w';

const readClock = {
  name: 'readTestClock',
  summary: 'What time it is for an organisation that is not live',
  method: 'get',
  path,
  scope,
  answer: { status: 200, schema: itemOf(clockSchema) },
  refusals: ['organisation_is_live'],
} as const satisfies PaywayDescription;

const setClock = {
  name: 'setTestClock',
  summary: 'Move the clock of an organisation that is not live; everything due is applied first',
  method: 'put',
  path,
  scope,
  body: clockFields,
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf(clockSchema) },
  refusals: ['organisation_is_live', 'clock_moves_forward_only'],
} as const satisfies PaywayDescription;

const [now] = clockFields;
const unreal = noSuchInstant(now.name, now.printedPattern);

/** An organisation's own clock (spec/operations.md §6). */
export function makeTestClockEndpoints(deps: ClockEndpointsDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(readClock, async ({ caller: { organisationId } }) => {
      const reading = await deps.readTestClock({ organisationId });
      if (!reading.ok) return refusedBy(reading.failure);
      return { status: 200, body: { item: toClockItem(reading) } };
    }),
    makeEndpoint(setClock, async ({ body, caller: { organisationId } }) => {
      const at = toClockInstant(body);
      if (at === null) return unreal;
      const reading = await deps.setTestClock({ organisationId, at });
      if (!reading.ok) return refusedBy(reading.failure);
      return { status: 200, body: { item: toClockItem(reading) } };
    }),
  ];
}
