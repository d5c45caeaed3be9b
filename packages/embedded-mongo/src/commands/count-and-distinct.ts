import { parsePath, visitPath } from '../query/field-path.js';
import { encodedValue } from '../query/encoded-value.js';
import { compareBson } from '../bson/compare-bson.js';
import { beginSearch, type Query } from '../engine/find-documents.js';
import { prefixKey } from '../engine/stored-keys.js';
import type { Collection } from '../engine/catalog.js';
import type { Engine } from '../engine/engine.js';
import { conjunctsOf } from '../query/filter-tree.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { optionsOf } from './command-options.js';
import { findCollection } from './named-collection.js';

function queryOf({ body, name }: Request, collection: Collection): Query {
  const options = optionsOf(body, name);
  const filter = parseFilter(options.document('query'));
  return {
    filter,
    matches: makeMatcher(filter),
    sort: [],
    skip: options.count('skip', 0),
    limit: Math.abs(Number(body.limit ?? 0)),
    hint: hintedIndex(collection, hintOf(body.hint)),
  };
}

/** How many documents a query finds; counting all of them reads none. */
export function countMatching(engine: Engine, collection: Collection, query: Query): number {
  if (conjunctsOf(query.filter).length === 0) {
    const start = prefixKey(collection.number);
    const all = engine.store.documents.getKeysCount({
      start,
      end: prefixKey(collection.number + 1),
    });
    const left = Math.max(0, all - query.skip);
    return query.limit === 0 ? left : Math.min(left, query.limit);
  }
  const documents = beginSearch(engine, collection, query).documents();
  let n = 0;
  while (documents.next().done !== true) n += 1;
  return n;
}

function count(request: Request, context: Context): Reply {
  const collection = findCollection(request, context);
  if (collection === undefined) return { n: 0 };
  return { n: countMatching(context.engine, collection, queryOf(request, collection)) };
}

function distinct(request: Request, context: Context): Reply {
  const path = parsePath(optionsOf(request.body, 'distinct').text('key'));
  const collection = findCollection(request, context);
  const values = new Map<string, unknown>();
  if (collection === undefined) return { values: [] };
  for (const { document } of beginSearch(
    context.engine,
    collection,
    queryOf(request, collection),
  ).documents()) {
    visitPath(document, path, (found) => {
      const each: readonly unknown[] = Array.isArray(found) ? found : [found];
      for (const value of each) if (value !== undefined) values.set(encodedValue(value), value);
      return false;
    });
  }
  return { values: [...values.values()].sort(compareBson) };
}

/** `count` and `distinct`. */
export const COUNT_COMMANDS: Readonly<Record<string, Command>> = {
  count: {
    fields: {
      query: 'used',
      limit: 'used',
      skip: 'used',
      hint: 'used',
      fields: 'ignored',
      collation: 'refused',
    },
    run: count,
  },
  distinct: {
    fields: { key: 'used', query: 'used', hint: 'used', collation: 'refused' },
    run: distinct,
  },
};
