import type { WebhookUrlFault } from '../../../application/ports/webhook-sender.js';
import type { Problem } from '../../core/problem.js';
import { parameterProblem } from './parameter-problems.js';

const urlMessages = {
  url_too_long: 'Parameter must be at most 2048 characters',
  url_malformed: 'Parameter must be a web address',
  url_not_https: 'Parameter must begin with https://',
  url_with_credentials: 'Parameter must hold no user name and no password',
  host_not_found: 'The host of the address could not be found',
  address_not_allowed: 'The host of the address is not on the public internet',
  unknown_event_type: 'Parameter must be a web address',
} as const satisfies Record<WebhookUrlFault | 'unknown_event_type', string>;

/** 400: nothing may be sent to that address. Which types there are the field rules have looked at by then. */
export function urlProblem(fault: keyof typeof urlMessages): Problem {
  const field = fault === 'unknown_event_type' ? 'types' : 'url';
  return parameterProblem(field, urlMessages[fault]);
}
