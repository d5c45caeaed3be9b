import { createHash, randomBytes } from 'node:crypto';
import type { KeyedRequest, WriteGuards } from '../../application/commit/guards.js';

/** A key for one rendering of a form: sent twice, it does one thing. 128 random bits. */
export function newFormKey(): string {
  return randomBytes(16).toString('base64url');
}

export const formKeyPattern = /^[\w-]{22}$/;

/** Who posts, what for, and the key and version that stand in the form. */
export type KeyedForm = {
  /** Whose key it is: `portal` or `console`, and the account or the operator. */
  readonly owner: readonly string[];
  readonly action: string;
  readonly key: string;
  /** What is asked for: another thing under the same key is refused. */
  readonly command: readonly (string | number | null)[];
  /** Null: whatever it is by now. */
  readonly version: number | null;
  /** Where the answer is looked at. */
  readonly pathOf: WriteGuardsPath;
};

type WriteGuardsPath = (answered: Parameters<WriteGuards['answerOf']>[0]) => string;

/**
 * The guards of a write that a form asks for: the address that is answered is kept with the key in the user product, as
 * an API's answer is (docs/architecture.md §5).
 */
export function guardsOfForm({
  owner,
  action,
  key,
  command,
  version,
  pathOf,
}: KeyedForm): WriteGuards {
  return {
    keyed: requestKeyedByForm({ owner, action, key, command }),
    ifMatch: version === null ? null : [version],
    answerOf: (answered) => ({ status: 303, body: pathOf(answered) }),
  };
}

/** The key of a form and what is asked for under it, as they are kept. */
export function requestKeyedByForm({
  owner,
  action,
  key,
  command,
}: Pick<KeyedForm, 'owner' | 'action' | 'key' | 'command'>): KeyedRequest {
  return { keyHash: hashOf([...owner, action, key]), commandHash: hashOf(command) };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** A version as it stands in a form; null for what is none. */
export function versionIn(raw: string | undefined): number | null {
  return raw !== undefined && /^\d{1,15}$/.test(raw) ? Number(raw) : null;
}

/** Fields of every form that writes on a user product. */
export const guardFields = [
  { name: 'key', maxLength: 22, pattern: formKeyPattern, isRequired: true },
  { name: 'version', maxLength: 15, pattern: /^\d{1,15}$/, isRequired: true },
] as const;
