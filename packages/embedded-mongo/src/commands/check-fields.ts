import { isBsonObject, type BsonObject } from '../bson/bson-object.js';
import { MongoError, badValue, notImplemented } from '../errors/mongo-error.js';
import type { FieldRule } from './command.js';

/** Fields any command may carry. */
const GENERIC: Readonly<Record<string, FieldRule>> = {
  $db: 'used',
  lsid: 'ignored',
  readConcern: 'used',
  writeConcern: 'used',
  $readPreference: 'ignored',
  $clusterTime: 'ignored',
  comment: 'ignored',
  maxTimeMS: 'ignored',
  apiVersion: 'ignored',
  apiStrict: 'ignored',
  apiDeprecationErrors: 'ignored',
};

const TRANSACTION_FIELDS = ['txnNumber', 'autocommit', 'startTransaction'];

type Rules = {
  readonly owner: string;
  readonly rules: Readonly<Record<string, FieldRule>>;
};

/** The rules of a command with those for any command. */
export function withGenericFields(name: string, rules: Rules['rules']): Rules['rules'] {
  return { ...GENERIC, ...rules, [name]: 'used' };
}

/** Refuses what a command's document asks for and this server does not do; nothing is passed over. */
export function checkCommandFields(name: string, body: BsonObject, rules: Rules['rules']): void {
  if (TRANSACTION_FIELDS.some((field) => field in body)) {
    throw new MongoError(
      20,
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  checkFields(body, { owner: name, rules });
  checkReadConcern(body.readConcern);
  checkWriteConcern(body.writeConcern);
}

/** The rule for fields that are not listed; without it they are unknown. */
export const ANY_FIELD = '*';

/** As above for a document inside a command. */
export function checkFields(document: BsonObject, { owner, rules }: Rules): void {
  for (const field of Object.keys(document)) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : rules[ANY_FIELD];
    if (rule === undefined) {
      throw new MongoError(40415, `BSON field '${owner}.${field}' is an unknown field.`);
    }
    if (rule === 'refused' && asksForSomething(document[field]))
      throw notImplemented(`the option '${field}' of ${owner}`);
  }
}

function asksForSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isBsonObject(value)) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false;
}

const READ_LEVELS: ReadonlySet<unknown> = new Set(['local', 'available', 'majority']);

function checkReadConcern(concern: unknown): void {
  if (!isBsonObject(concern)) return;
  for (const [field, value] of Object.entries(concern)) {
    if (field !== 'level' || !READ_LEVELS.has(value)) {
      throw notImplemented(`the read concern ${field} '${String(value)}'`);
    }
  }
}

function checkWriteConcern(concern: unknown): void {
  if (!isBsonObject(concern)) return;
  const { w } = concern;
  if (typeof w === 'number' && w > 1) {
    throw badValue("cannot use 'w' > 1 when a host is not replicated");
  }
  if (typeof w === 'string' && w !== 'majority')
    throw new MongoError(79, `No write concern mode named '${w}' found`);
}
