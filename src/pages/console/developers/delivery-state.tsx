import type { JSX } from 'preact';
import type { WebhookDeliveryState } from '../../../application/ports/webhook-delivery-store.js';
import { Badge } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';

const looks = {
  pending: ['plain', 'clock'],
  failed: ['waits', 'circle-alert'],
  delivered: ['good', 'check'],
  dead: ['fault', 'circle-x'],
} as const;

/** The state of a delivery by shape, word and colour. */
export function DeliveryState(props: {
  readonly state: WebhookDeliveryState;
  readonly say: Say;
}): JSX.Element {
  const [tone, icon] = looks[props.state];
  return <Badge {...{ tone, icon }} text={props.say(`console.developers.state.${props.state}`)} />;
}
