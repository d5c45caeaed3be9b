import { makeFaultProblem } from './fault-problem.js';

/** One answer for whatever is unknown, another organisation's or another account's. */
export const notFound = makeFaultProblem([
  { code: 'not_found', message: 'The account or product could not be found' },
]);

export const unknownWebhookEndpoint = makeFaultProblem([
  { code: 'not_found', message: 'The webhook endpoint could not be found' },
]);

export const unknownPortalSession = makeFaultProblem([
  { code: 'not_found', message: 'The portal session could not be found' },
]);

export const unknownEvent = makeFaultProblem([
  { code: 'not_found', message: 'The event could not be found' },
]);

export const unknownChange = makeFaultProblem([
  { code: 'not_found', message: 'The change could not be found' },
]);

export const unknownClient = makeFaultProblem([
  { code: 'not_found', message: 'The API client could not be found' },
]);
