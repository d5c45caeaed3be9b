import { makePaywayEndpoints, type PaywayDeps } from '../../../src/http/payway/endpoints.js';

const endpoints = makePaywayEndpoints({} as PaywayDeps);

/** What of an answer its endpoint's description does not allow; empty where it is exactly what is described. */
export function undescribed(endpoint: string, answer: unknown): readonly string[] {
  const schema = endpoints.find((it) => it.name === endpoint)?.answer.schema;
  if (!schema) throw new TypeError(`no endpoint ${endpoint} describes an answer`);
  const { error } = schema.safeParse(answer);
  return (error?.issues ?? []).map((it) => `/${it.path.join('/')} ${it.message}`);
}
