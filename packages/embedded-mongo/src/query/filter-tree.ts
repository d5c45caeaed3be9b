import type { BSONRegExp } from 'bson';
import type { BoundedPattern } from './bounded-pattern.js';
import type { FieldPath } from './field-path.js';

export type ComparisonOperator = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

/** A filter, taken apart: what the planner reads and what the matcher is made of. */
export type FilterTree =
  | { readonly kind: 'and'; readonly children: readonly FilterTree[] }
  | { readonly kind: 'or'; readonly children: readonly FilterTree[] }
  | { readonly kind: 'nor'; readonly children: readonly FilterTree[] }
  | { readonly kind: 'not'; readonly child: FilterTree }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly path: FieldPath;
      readonly value: unknown;
    }
  | {
      readonly kind: 'in';
      readonly path: FieldPath;
      readonly values: readonly unknown[];
      readonly patterns: readonly BoundedPattern[];
    }
  | { readonly kind: 'exists'; readonly path: FieldPath }
  | {
      readonly kind: 'regex';
      readonly path: FieldPath;
      readonly pattern: BoundedPattern;
      readonly source?: BSONRegExp;
    }
  | { readonly kind: 'size'; readonly path: FieldPath; readonly size: number }
  | {
      readonly kind: 'elementMatches';
      readonly path: FieldPath;
      readonly filter: FilterTree;
      readonly ofValues: boolean;
    };

/** The conditions that must all hold, nested $and taken apart. */
export function conjunctsOf(tree: FilterTree): readonly FilterTree[] {
  if (tree.kind !== 'and') return [tree];
  return tree.children.some(({ kind }) => kind === 'and')
    ? tree.children.flatMap(conjunctsOf)
    : tree.children;
}
