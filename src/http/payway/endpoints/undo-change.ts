import { z } from 'zod';
import type { UndoChange } from '../../../application/change/undo-change.js';
import { type ChangeId, toId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { idField } from '../fields.js';
import { unknownChange } from '../problems/not-found.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { hexId, itemOf } from '../schemas.js';

export type UndoChangeEndpointDeps = { readonly undoChange: UndoChange };

const undoneShape = z
  .strictObject({
    id: hexId.meta({ description: 'The user product that goes on' }),
    was: z
      .enum(['pending', 'applied'])
      .meta({ description: 'Whether it waited, or had taken effect' }),
  })
  .meta({ id: 'UndoneChange' });

const undo = {
  name: 'undoChange',
  summary: 'Undo a change',
  description:
    'Takes the last change of a subscription back, as if it had not been: one that waits, or one that has taken effect. ' +
    'For corrections by the publisher; a customer takes back what waits.',
  tag: 'Changes',
  method: 'post',
  path: '/external/api/v1/subscription_system/undo_change',
  scope: '/external/subscription_system/w',
  body: [idField('change_id')],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('UndoneChangeAnswer', undoneShape) },
  refusals: ['never_took_effect', 'not_the_last', 'money_moved', 'edited_since', 'too_late'],
} as const satisfies PaywayDescription;

/** A correction (docs/spec/operations.md §1), by an API client. */
export function makeUndoChangeEndpoints({ undoChange }: UndoChangeEndpointDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(undo, async ({ body, caller: { organisationId, clientId } }) => {
      const changeId = toId<ChangeId>(body.change_id);
      const result = await undoChange({ organisationId, changeId, requestedBy: clientId });
      if (result.ok) return { status: 200, body: { item: { id: result.id, was: result.was } } };
      return result.failure === 'unknown' ? unknownChange : refusedBy(result.failure);
    }),
  ];
}
