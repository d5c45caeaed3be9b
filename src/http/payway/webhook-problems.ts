import type { WebhookUrlFault } from '../../application/ports/webhook-sender.js';
import { makeFaultProblem, type Problem } from '../problem.js';

export const unknownWebhookEndpoint = makeFaultProblem(404, [
  { code: 'not_found', message: 'The webhook endpoint could not be found' },
]);

export const unknownEvent = makeFaultProblem(404, [
  { code: 'not_found', message: 'The event could not be found' },
]);

export const tooManyEndpoints = makeFaultProblem(409, [
  {
    code: 'too_many_webhook_endpoints',
    message: 'The organisation has as many webhook endpoints as it may',
  },
]);

export const replayTooLarge = makeFaultProblem(409, [
  { code: 'replay_too_large', message: 'The range holds more events than one call may queue' },
]);

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
  return makeFaultProblem(400, [{ code: 'invalid_parameter', field, message: urlMessages[fault] }]);
}
