import type { Endpoint, EndpointDescription } from '../core/endpoint.js';
import type { FieldRule } from '../core/field-rule.js';
import type { ErrorCode } from './problems/error-codes.js';

/** Bodies are flat tables of fields here, all of them. */
type Flat = { readonly body?: readonly FieldRule[] };

/** A description that may refuse with documented codes only. */
export type PaywayDescription = EndpointDescription<ErrorCode> & Flat;

export type PaywayEndpoint = Endpoint<ErrorCode> & Flat;
