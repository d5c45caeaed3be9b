import { expect, test } from '@jest/globals';
import { otherwise } from '../../../../../src/http/core/body/body-field.js';
import { bodyOf } from '../../../../../src/http/core/body/body-schema.js';
import { wholePart } from '../../../../../src/http/core/body/plain-parts.js';
import {
  makeBodySchemaRules,
  sentNamesOf,
} from '../../../../../src/http/core/checks/body-schema-rules.js';
import { failed } from '../../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const rules = makeBodySchemaRules(
  bodyOf({ size: otherwise(wholePart(1, 9), 5) }, { secondNames: { width: 'size' } }),
);

test('a body goes on as what it means', async () => {
  const exchange = makeExchange({ body: {} });
  expect(await passedOn(rules, exchange)).toBeUndefined();
  expect(exchange.req.body).toEqual({ size: 5 });
  expect(sentNamesOf(exchange.res)).toEqual({});
});

test('the second name of a field goes on beside what it means', async () => {
  const exchange = makeExchange({ body: { width: 7 } });
  expect(sentNamesOf(exchange.res)).toEqual({});
  expect(await passedOn(rules, exchange)).toBeUndefined();
  expect(exchange.req.body).toEqual({ size: 7 });
  expect(sentNamesOf(exchange.res)).toEqual({ size: 'width' });
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
