import { hideCredentials } from '../config/hide-credentials.js';

const secretName =
  /secret|token|authorization|password|passwd|credential|cookie|private_?key|api_?key/i;
const bearer = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
/** What a JSON Web Token is made of, in one piece: no part of it is looked at twice. */
const dotted = /[\w.-]+/g;
const tokenHead = /(?<!\w)eyJ[\w-]/;
/** Whatever is hidden within a text has one of these. Most texts have none, and there is a line for each request. */
const suspicious = /:\/\/|[?&]|bearer|basic|eyJ/i;
const deepest = 6;
const mostItems = 100;

/**
 * The value as it may stand in a log: whatever is named after a secret is `[hidden]`, texts lose the credentials and
 * tokens within them, errors become type, message and stack. Bounded in depth and length, so a cycle ends too.
 */
export function presentable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return presentableText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  return depth >= deepest ? '[deeper]' : presentableMembers(value, depth);
}

function presentableMembers(value: object, depth: number): unknown {
  if (value instanceof Error) return presentableError(value, depth);
  if (Array.isArray(value)) return presentableList(value, depth);
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return presentable((value as { toJSON: () => unknown }).toJSON(), depth + 1);
  }
  return presentableObject(value, depth);
}

function presentableText(text: string): string {
  if (!suspicious.test(text)) return text;
  return hideCredentials(text).replace(bearer, '$1 [hidden]').replace(dotted, hideTokens);
}

/** A part that begins as a token does is hidden with the two parts behind it. */
function hideTokens(text: string): string {
  const parts = text.split('.');
  const shown: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const [part = '', body = ''] = parts.slice(index, index + 2);
    const head = index + 2 < parts.length && body !== '' ? part.search(tokenHead) : -1;
    shown.push(head === -1 ? part : `${part.slice(0, head)}[hidden]`);
    if (head !== -1) index += 2;
  }
  return shown.join('.');
}

function presentableList(values: readonly unknown[], depth: number): unknown[] {
  const shown = values.slice(0, mostItems).map((it) => presentable(it, depth + 1));
  return values.length > mostItems
    ? [...shown, `[${String(values.length - mostItems)} more]`]
    : shown;
}

function presentableObject(value: object, depth: number): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const isSecret = secretName.test(name) && member !== null && member !== undefined;
    shown[name] = isSecret ? '[hidden]' : presentable(member, depth + 1);
  }
  return shown;
}

/** Only what every error has: a driver's error may carry the whole client with its options. */
function presentableError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: presentableText(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: presentableText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: presentable(error.cause, depth + 1) }),
  };
}
