import type { EndpointDescription } from '../core/endpoint.js';
import type { JsonSchema } from './json-schema.js';
import { tokenPath } from './own-operations.js';

type SecurityParts = {
  readonly endpoints: readonly EndpointDescription[];
  /** A sentence for each scope that they ask for. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly publicBaseUrl: string;
};

/** How a caller shows who it is. A scope without a sentence throws: no reader would know what it is for. */
export function securitySchemes(parts: SecurityParts): Readonly<Record<string, JsonSchema>> {
  const tokenUrl = parts.publicBaseUrl + tokenPath;
  return {
    clientCredentials: {
      type: 'oauth2',
      description: 'A client’s own token. It lasts an hour and holds scopes as whole strings.',
      flows: { clientCredentials: { tokenUrl, scopes: scopesOf(parts) } },
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A token that is at hand; under `/me`, one that names an account.',
    },
    clientSecret: {
      type: 'http',
      scheme: 'basic',
      description: 'Id and secret of a client, in place of the two fields of the form.',
    },
  };
}

function scopesOf({ endpoints, scopes }: SecurityParts): Readonly<Record<string, string>> {
  const asked = [...new Set(endpoints.map((it) => it.scope))].toSorted();
  return Object.fromEntries(asked.map((scope) => [scope, sentenceOf(scope, scopes)]));
}

function sentenceOf(scope: string, scopes: SecurityParts['scopes']): string {
  const sentence = scopes[scope];
  if (sentence === undefined) throw new TypeError(`nothing says what the scope ${scope} is for`);
  return sentence;
}
