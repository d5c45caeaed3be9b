import type { Endpoint, EndpointDescription } from '../core/endpoint.js';
import type { ErrorCode } from './problems/error-codes.js';

/** A description that may refuse with documented codes only. */
export type PaywayDescription = EndpointDescription<ErrorCode>;

export type PaywayEndpoint = Endpoint<ErrorCode>;
