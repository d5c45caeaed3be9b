import type { z } from 'zod';
import type { ImportFault } from '../../application/import/organisation-import.js';

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong with the content, each by its place in the file. No value of the file is repeated: it may be
 * a secret.
 */
export function describeIssues(issues: readonly Issue[], content: unknown): readonly ImportFault[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [
        {
          path: pathOf(issue.path),
          problem: isAbsent(content, issue.path) ? 'is missing' : problemOf(issue),
        },
      ];
    }
    const unknown = 'is not a member known here';
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), problem: unknown }));
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((it) => (typeof it === 'number' ? `[${String(it)}]` : `.${String(it)}`))
    .join('');
  return text === '' ? 'the document' : text.replace(/^\./, '');
}

function problemOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return typeProblem(issue);
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') {
    return `must be at least ${String(issue.minimum)}${unitOf(issue.origin)}`;
  }
  if (issue.code === 'too_big') {
    return `must be at most ${String(issue.maximum)}${unitOf(issue.origin)}`;
  }
  return issue.message;
}

function isAbsent(content: unknown, path: readonly PropertyKey[]): boolean {
  const member = (at: unknown, name: PropertyKey): unknown =>
    typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  return path.reduce(member, content) === undefined;
}

function typeProblem(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  const words: Readonly<Record<string, string>> = {
    int: 'a whole number',
    object: 'an object',
    array: 'a list',
    boolean: 'true or false',
  };
  return `must be ${words[issue.expected] ?? `a ${issue.expected}`}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' long' : '';
}
