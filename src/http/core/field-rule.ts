type TextRule = {
  readonly maxLength: number;
  readonly pattern: RegExp;
  /** The pattern as a message prints it. */
  readonly printedPattern: string;
  /** Where the pattern only lists words: these. */
  readonly words?: readonly string[];
  /** One spelling for all that mean the same, such as an id in lower case; absent: each spelling means something else. */
  readonly normal?: (sent: string) => string;
};

/**
 * What a field may be, in a JSON body or in a query. Requests are checked by a table of these, handlers get their types
 * from it (`BodyOf`, `QueryOf`), and the API document prints it.
 */
export type FieldRule = {
  readonly name: string;
  readonly required: boolean;
} & (
  | { readonly type: 'boolean'; readonly default?: boolean }
  | {
      readonly type: 'integer';
      readonly minimum: number;
      readonly maximum: number;
      readonly default?: number;
    }
  | ({ readonly type: 'string'; readonly means?: Meaning; readonly default?: string } & TextRule)
  | ({
      /** A set: order and repetitions mean nothing. */
      readonly type: 'strings';
      readonly maxItems: number;
      readonly mayBeNull?: true;
      readonly default?: null;
    } & TextRule)
);

/** The same field, and what a body means that leaves it out: whoever spells that out means the same. */
export function withDefault<Rule extends FieldRule, const Value extends FieldRule['default']>(
  rule: Rule,
  value: Value,
) {
  return { ...rule, default: value };
}

/** What a text stands for: a query has nothing but texts, and JSON has no instants. */
type Meaning =
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'instant' };

type TextOf<Rule> = Rule extends { readonly words: readonly (infer Word)[] } ? Word : string;

type SentValue<Rule> = Rule extends { readonly type: 'boolean' }
  ? boolean
  : Rule extends { readonly type: 'integer' }
    ? number
    : Rule extends { readonly type: 'strings'; readonly mayBeNull: true }
      ? readonly TextOf<Rule>[] | null
      : Rule extends { readonly type: 'strings' }
        ? readonly TextOf<Rule>[]
        : TextOf<Rule>;

type MeantValue<Rule> = Rule extends { readonly means: { readonly type: 'boolean' } }
  ? boolean
  : Rule extends { readonly means: { readonly type: 'integer' } }
    ? number
    : SentValue<Rule>;

type RuleOf<Fields extends readonly FieldRule[], Required extends boolean> = Extract<
  Fields[number],
  { readonly required: Required }
>;

type HasDefault = { readonly default: boolean | number | string | null };

/** A body that has passed this table of fields, with its defaults filled in. */
export type BodyOf<Fields extends readonly FieldRule[]> = {
  readonly [
    Rule in RuleOf<Fields, true> | Extract<Fields[number], HasDefault> as Rule['name']
  ]: SentValue<Rule>;
} & {
  readonly [Rule in Exclude<RuleOf<Fields, false>, HasDefault> as Rule['name']]?: SentValue<Rule>;
};

/** A query that has passed this table of fields: texts that stand for a number or a boolean have become one. */
export type QueryOf<Fields extends readonly FieldRule[]> = {
  readonly [Rule in RuleOf<Fields, true> as Rule['name']]: MeantValue<Rule>;
} & { readonly [Rule in RuleOf<Fields, false> as Rule['name']]?: MeantValue<Rule> };
