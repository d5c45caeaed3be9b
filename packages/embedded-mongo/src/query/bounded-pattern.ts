import { createContext, Script } from 'node:vm';
import { badValue, MongoError, notImplemented } from '../errors/mongo-error.js';

/** A regular expression whose cost has an end. */
export type BoundedPattern = { readonly test: (text: string) => boolean };

/** MongoDB's own limit. */
const LONGEST_PATTERN = 32_764;
/** All the time that one pattern of one command gets, over all documents. */
const BUDGET_MS = 1_000;
/** Steps below which trying a pattern costs less than watching it. */
const FEW_STEPS = 100_000;

const tried: { pattern: RegExp | null; text: string } = { pattern: null, text: '' };
const trying = { context: createContext(tried), script: new Script('pattern.test(text)') };

/**
 * Makes a pattern that gives up with error 50 (MaxTimeMSExpired) when a command has spent 1 s in it. Where few steps
 * are certain, it is tried as it is; else under the eyes of V8's own watch, which ends it in the midst of a text.
 */
export function makeBoundedPattern(source: string, flags: string): BoundedPattern {
  if (source.length > LONGEST_PATTERN) throw badValue('Regular expression is too long');
  const pattern = compiled(source, flags);
  const growth = growthOf(source);
  let spentMs = 0;
  return {
    test: (text) => {
      const began = performance.now();
      const isCheap = Math.pow(text.length + 1, growth) * source.length <= FEW_STEPS;
      const isMatch = isCheap ? pattern.test(text) : watched(pattern, text, BUDGET_MS - spentMs);
      spentMs += performance.now() - began;
      if (spentMs >= BUDGET_MS) throw tooLong();
      return isMatch;
    },
  };
}

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw notImplemented(`the regular expression /${source}/`);
  }
}

function watched(pattern: RegExp, text: string, leftMs: number): boolean {
  Object.assign(tried, { pattern, text });
  try {
    return trying.script.runInContext(trying.context, {
      timeout: Math.max(1, Math.ceil(leftMs)),
    }) as boolean;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw tooLong();
    throw notImplemented('a regular expression of this size');
  } finally {
    Object.assign(tried, { pattern: null, text: '' });
  }
}

function tooLong(): MongoError {
  return new MongoError(50, 'the regular expression took too long');
}

/**
 * The power of a text's length that the steps may grow with: one for where a match begins, one for each part that may
 * be repeated or refers back. Where something in parentheses is repeated there is no such power.
 */
function growthOf(source: string): number {
  let growth = 1;
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') {
      at += 1;
      if (/\d|k/u.test(source.charAt(at))) growth += 1;
    } else if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    else if (!isInClass && '*+?{|'.includes(character)) {
      if (source.charAt(at - 1) === ')') return Infinity;
      growth += 1;
    }
  }
  return growth;
}
