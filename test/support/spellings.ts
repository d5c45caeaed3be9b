import type { FieldRule } from '../../src/http/core/field-rule.js';

type Body = Readonly<Record<string, unknown>>;
type Bent = { readonly what: string; readonly body: Body };

const hexId = /^[a-f\d]{24}$/;
const paywayInstant = /^(\S{10}) (\d\d:\d\d) ([+-]\d\d)(\d\d)$/;

/** The instant that a text says, in milliseconds; null where it says none. */
function instantIn(text: string): number | null {
  const at = Date.parse(text.replace(paywayInstant, '$1T$2$3:$4'));
  return /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(at) ? at : null;
}

/** An instant as a clock in India, in Greenwich and in Payway's documentation writes it. */
function instantsAt(at: number): readonly string[] {
  const wall = (offsetMinutes: number) => new Date(at + offsetMinutes * 60_000).toISOString();
  return [
    `${wall(330).slice(0, 19)}+05:30`,
    wall(0),
    `${wall(0).slice(0, 19)}Z`,
    `${wall(120).slice(0, 16).replace('T', ' ')} +0200`,
  ];
}

function spellingsOf(text: string): readonly string[] {
  const at = instantIn(text);
  if (at !== null) return instantsAt(at);
  if (hexId.test(text)) return [text.toUpperCase()];
  return text.startsWith('http:')
    ? [text.replace('http:', 'HTTP:'), text.replace(/\/(\w+)$/, '/x/../$1')]
    : [];
}

function sameValues(rule: FieldRule, value: unknown): readonly unknown[] {
  const isDefault = rule.default !== undefined && value === rule.default;
  if (value === undefined) return rule.default === undefined ? [] : [rule.default];
  const spelled = Array.isArray(value)
    ? [value.toReversed(), [...(value as unknown[]), value[0]]]
    : typeof value === 'string'
      ? spellingsOf(value).filter((it) => it !== value && takes(rule, it))
      : [];
  return isDefault ? [...spelled, undefined] : spelled;
}

function takes(rule: FieldRule, text: string): boolean {
  return rule.type === 'string' && rule.pattern.test(text);
}

/** Bodies that mean what this one means, each field of the table spelled in every other way in turn. */
export function equalBodies(rules: readonly FieldRule[], body: Body): readonly Bent[] {
  return rules.flatMap((rule) =>
    sameValues(rule, body[rule.name]).map((value) => bent(rule, body, value)),
  );
}

function otherText(rule: FieldRule & { readonly type: 'string' }, text: string): string {
  const at = instantIn(text);
  const candidates = [
    ...instantsAt((at ?? 1_790_000_000_000) + 60_000),
    ...(rule.words ?? []),
    'f'.repeat(24),
    `${text}x`,
    'a.b.c',
  ];
  const found = candidates.find((it) => it !== text && rule.pattern.test(it));
  if (found === undefined) throw new TypeError(`no other value is known for ${rule.name}`);
  return found;
}

function otherValue(rule: FieldRule, value: unknown): unknown {
  switch (rule.type) {
    case 'boolean':
      return value === undefined ? true : value !== true;
    case 'integer':
      return Number(value ?? rule.minimum) + 1;
    case 'strings':
      return rule.words?.slice(-1);
    case 'string':
      return otherText(rule, typeof value === 'string' ? value : '');
  }
}

/** Bodies that mean something else than this one: another value in each field of the table in turn. */
export function otherBodies(rules: readonly FieldRule[], body: Body): readonly Bent[] {
  return rules.map((rule) => bent(rule, body, otherValue(rule, body[rule.name] ?? rule.default)));
}

function bent(rule: FieldRule, body: Body, value: unknown): Bent {
  const all = Object.entries({ ...body, [rule.name]: value });
  const what = `${rule.name} ${value === undefined ? 'left out' : JSON.stringify(value)}`;
  return { what, body: Object.fromEntries(all.filter(([, it]) => it !== undefined)) };
}
