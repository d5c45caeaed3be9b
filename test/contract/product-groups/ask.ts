import { expect } from '@jest/globals';
import type { ProductGroupsEndpoint } from '../../../src/http/product-groups/description.js';
import { describedProductGroups } from '../../support/api-document.js';
import { send, type Answer } from '../payway/send.js';
import type { StartedApp } from '../payway/start-app.js';

const someId = '56e1741a6fc9365306000150';

/** What is true of that endpoint, without anything behind it. */
function describedAs(name: string): ProductGroupsEndpoint {
  const found = describedProductGroups.find((it) => it.name === name);
  if (found === undefined) throw new TypeError(`no endpoint is called ${name}`);
  return found;
}

type Asked = {
  readonly body?: unknown;
  /** As it is, where a test sends what is no JSON. */
  readonly text?: string;
  readonly id?: string;
  readonly query?: string;
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks that endpoint by a token that may, but for what a test bends. */
export function ask(app: StartedApp, name: string, asked: Asked = {}): Promise<Answer> {
  const endpoint = describedAs(name);
  const { id = someId, query = '', method = endpoint.method.toUpperCase(), headers } = asked;
  const token = asked.token ?? app.token([endpoint.scope]);
  const path = `${endpoint.path.replace('{id}', id)}${query === '' ? '' : `?${query}`}`;
  const authorization = `Bearer ${token}`;
  const sent = asked.text ?? JSON.stringify(asked.body);
  if (typeof sent !== 'string') {
    return send(app.port, { method, path, headers: { authorization, ...headers } });
  }
  const all = { authorization, 'content-type': 'application/json', ...headers };
  return send(app.port, { method, path, headers: all, body: sent });
}

/** What a problem of that code is, whatever it says to people. */
export function problem(status: number, code: string, more: object = {}): object {
  const title = 'An error occurred';
  const detail = expect.any(String) as unknown as string;
  return { type: `/errors/${code}`, title, status, detail, code, ...more };
}

/** What a 422 tells of its fields: `path code`, in order. */
export function violationsOf({ json }: Answer): readonly string[] {
  const { violations = [] } = json as {
    violations?: readonly { readonly propertyPath: string; readonly code: string }[];
  };
  return violations.map(({ propertyPath, code }) => `${propertyPath} ${code}`);
}
