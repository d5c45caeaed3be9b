import type { Endpoint, EndpointDescription } from '../core/endpoint.js';
import type { FailureCode } from './problems/failure-codes.js';

/** A description that may refuse with documented codes only. */
export type ProductGroupsDescription = EndpointDescription<FailureCode>;

export type ProductGroupsEndpoint = Endpoint<FailureCode>;
