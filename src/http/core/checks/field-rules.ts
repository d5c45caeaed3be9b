import type { RequestHandler, Response } from 'express';
import type { ValidationChain } from 'express-validator';
import type { EndpointRequest } from '../endpoint.js';
import { failed, type FaultyPart, type FieldFault } from '../failure.js';
import type { FieldRule } from '../field-rule.js';
import { makeFieldChain, makeItemChain, makeUnknownFieldsChain } from './field-chain.js';
import { toMeantBody } from './meant-body.js';
import { toMeantQuery } from './meant-query.js';
import { encodedQueryOf, queryParametersOf } from './query-parameters.js';
import { runChain } from './run-chain.js';
import { undecodableNamesIn } from './undecodable-names.js';

/** All faults of a JSON object, or of what a query says, in the order in which they are told. */
export type FindFaults = (sent: object) => Promise<readonly FieldFault[]>;

/**
 * Checks against a table of fields: unknown fields first, then each field in the table's order, its first fault only.
 * The chains are made from the table once.
 */
export function makeFindFaults(fields: readonly FieldRule[]): FindFaults {
  const unknown = makeUnknownFieldsChain(fields);
  const checks = fields.map(makeFieldCheck);
  return async (sent) => {
    const faults = ((await runChain(unknown, sent)) ?? []) as FieldFault[];
    for (const check of checks) {
      const fault = await check(sent);
      if (fault !== null) faults.push(fault);
    }
    return faults;
  };
}

/** Lets a request through whose body is what these fields say, with what it means. Only behind `makeJsonBody`. */
export function makeBodyRules(fields: readonly FieldRule[]): RequestHandler {
  const findFaults = makeFindFaults(fields);
  return async (req, _res, next) => {
    const sent = req.body as object;
    const failure = failureOf('body', await findFaults(sent));
    if (failure === undefined) req.body = toMeantBody(fields, sent);
    next(failure);
  };
}

/** Lets a request through whose query is what these fields say, nothing where there are none; `queryOf` then tells it. */
export function makeQueryRules(fields: readonly FieldRule[]): RequestHandler {
  const findFaults = makeFindFaults(fields);
  return async (req, res, next) => {
    const encoded = encodedQueryOf(req);
    if (encoded === '' && fields.length === 0) {
      next();
      return;
    }
    const undecodable = undecodableNamesIn(encoded).map(toUndecodable);
    const sent = queryParametersOf(req);
    const failure = failureOf(
      'query',
      undecodable.length > 0 ? undecodable : await findFaults(sent),
    );
    if (failure === undefined) res.locals.query = toMeantQuery(fields, sent);
    next(failure);
  };
}

/** A query that has passed its rules; empty where the endpoint takes none. */
export function queryOf(res: Response): EndpointRequest['query'] {
  const { query } = res.locals as { query?: EndpointRequest['query'] };
  return query ?? {};
}

function toUndecodable(name: string): FieldFault {
  return { name, fault: 'undecodable' };
}

function failureOf(part: FaultyPart, [first, ...others]: readonly FieldFault[]) {
  return first && failed('faulty_fields', { part, faults: [first, ...others] });
}

function makeFieldCheck(rule: FieldRule): (sent: object) => Promise<FieldFault | null> {
  const { name, required } = rule;
  const chain = makeFieldChain(rule);
  const checkItems = rule.type === 'strings' ? makeItemsCheck(makeItemChain(rule)) : null;
  const mayBeNull = rule.type === 'strings' && rule.mayBeNull === true;
  return async (sent) => {
    const value: unknown = Object.hasOwn(sent, name) ? Reflect.get(sent, name) : undefined;
    if ((value === undefined && !required) || (value === null && mayBeNull)) return null;
    const fault = await runChain(chain, value);
    const found = fault ?? (await checkItems?.(value as readonly unknown[])) ?? null;
    return found as FieldFault | null;
  };
}

/** The first fault of the first item that has one. */
function makeItemsCheck(chain: ValidationChain): (items: readonly unknown[]) => Promise<unknown> {
  return async (items) => {
    for (const item of items) {
      const fault = await runChain(chain, item);
      if (fault !== null) return fault;
    }
    return null;
  };
}
