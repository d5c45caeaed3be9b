import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { wholePart } from '../../../../../src/http/core/body/plain-parts.js';
import {
  makeBodySchemaRules,
  sentBodyOf,
} from '../../../../../src/http/core/checks/body-schema-rules.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const rules = makeBodySchemaRules(
  z
    .strictObject({ size: wholePart(1, 9).optional(), width: wholePart(1, 9).optional() })
    .transform(({ size = 5, width = size }) => ({ size: width })),
);

test('a body goes on as what it means', async () => {
  const exchange = makeExchange({ body: {} });
  expect(await passedOn(rules, exchange)).toBeUndefined();
  expect(exchange.req.body).toEqual({ size: 5 });
  expect(sentBodyOf(exchange.res)).toEqual({});
});

test('it goes on as it came too, beside what it means', async () => {
  const exchange = makeExchange({ body: { width: 7 } });
  expect(sentBodyOf(exchange.res)).toEqual({});
  expect(await passedOn(rules, exchange)).toBeUndefined();
  expect(exchange.req.body).toEqual({ size: 7 });
  expect(sentBodyOf(exchange.res)).toEqual({ width: 7 });
});

test('what is wrong with a body is passed on, all of it', async () => {
  const faults = [
    { name: 'size', fault: 'out_of_range', minimum: 1, maximum: 9 },
    { name: 'toString', fault: 'unknown' },
  ] as const;
  expect(await passedOn(rules, makeExchange({ body: { size: 0, toString: 1 } }))).toEqual(
    failed('faulty_fields', { part: 'body', faults }),
  );
});
