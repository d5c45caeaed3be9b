import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { makePaywayEndpoints, type PaywayDeps } from '../../../src/http/payway/endpoints.js';

const ajv = formats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
const endpoints = makePaywayEndpoints({} as PaywayDeps);

/** What of an answer its endpoint's description does not allow; empty where it is exactly what is described. */
export function undescribed(endpoint: string, answer: unknown): readonly string[] {
  const schema = endpoints.find((it) => it.name === endpoint)?.answer.schema;
  if (!schema) throw new TypeError(`no endpoint ${endpoint} describes an answer`);
  const validate = ajv.compile(schema);
  validate(answer);
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message ?? ''}`);
}
