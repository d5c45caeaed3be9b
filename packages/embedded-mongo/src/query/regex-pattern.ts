import { BSONRegExp } from 'bson';
import { badValue, notImplemented } from '../errors/mongo-error.js';
import { makeBoundedPattern, type BoundedPattern } from './bounded-pattern.js';

/** The JavaScript pattern of a BSON regular expression; what only PCRE knows is refused. */
export function patternOf(regex: BSONRegExp): BoundedPattern {
  return makePattern(regex.pattern, regex.options);
}

/** The pattern of `{$regex, $options}`; options given apart win over the expression's own. */
export function patternWithOptions(regex: unknown, options: unknown): BoundedPattern {
  if (options !== undefined && typeof options !== 'string')
    throw badValue('$options has to be a string');
  if (regex instanceof BSONRegExp) return makePattern(regex.pattern, options ?? regex.options);
  if (typeof regex !== 'string') throw badValue('$regex has to be a string');
  return makePattern(regex, options ?? '');
}

function makePattern(source: string, options: string): BoundedPattern {
  const [unknown] = /[^imsu]/u.exec(options) ?? [];
  if (unknown !== undefined) throw notImplemented(`the regular expression option '${unknown}'`);
  return makeBoundedPattern(source, `${options.replaceAll('u', '')}u`);
}
