import { Long, ObjectId } from 'bson';
import type { Reply } from '../wire/encode-reply.js';
import { MAX_MESSAGE_BYTES } from '../wire/frame-reader.js';
import { MAX_DOCUMENT_BYTES } from '../bson/bson-codec.js';
import { isBsonObject } from '../bson/bson-object.js';
import { badValue, MongoError } from '../errors/mongo-error.js';
import { LaterReply } from '../wire/later-reply.js';
import { ANY_FIELD } from './check-fields.js';
import type { Command, Context, FieldRule, Request } from './command.js';

/** The version whose behaviour is served; wire version 21 is that of MongoDB 7.0. */
const VERSION = '7.0.0';
const WIRE_VERSION = 21;

/** The field of `hello` by which a client knows which process it has reached. */
export const INSTANCE_FIELD = 'embeddedMongoInstance';

// MongoDB, too, passes over what a newer client says about itself in its handshake.
const HELLO_FIELDS: Readonly<Record<string, FieldRule>> = {
  topologyVersion: 'used',
  maxAwaitTimeMS: 'used',
  loadBalanced: 'refused',
  [ANY_FIELD]: 'ignored',
};

/** Of this process. The counter stands still: a standalone server never becomes anything else. */
const processId = new ObjectId();
const topologyVersion = { processId, counter: Long.fromNumber(0) };

/** A client that asked for less would only keep us busy; none asks for more. */
const LEAST_AWAIT_MS = 50;
const MOST_AWAIT_MS = 600_000;

function hello(request: Request, context: Context): Reply | LaterReply {
  const describe = (): Reply => describeServer(request, context);
  const { maxAwaitTimeMS, topologyVersion: known } = request.body;
  if (known === undefined && maxAwaitTimeMS === undefined) return describe();
  if (!isBsonObject(known) || typeof maxAwaitTimeMS !== 'number') {
    throw badValue(
      "A request with a 'topologyVersion' must include 'maxAwaitTimeMS', and the other way round",
    );
  }
  const everyMs = Math.min(Math.max(maxAwaitTimeMS, LEAST_AWAIT_MS), MOST_AWAIT_MS);
  const isOurs = processId.equals(known.processId as ObjectId);
  return new LaterReply({ firstAfterMs: isOurs ? everyMs : 0, everyMs }, describe);
}

function describeServer({ name }: Request, { instance, connectionId }: Context): Reply {
  return {
    topologyVersion,
    helloOk: true,
    [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    [INSTANCE_FIELD]: instance,
  };
}

function buildInformation(): Reply {
  return {
    version: VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['lmdb'],
  };
}

function getParameter({ body }: Request): Reply {
  const wanted = body.getParameter;
  const asksForAll = wanted === '*' || (isBsonObject(wanted) && wanted.allParameters === true);
  if (!asksForAll && body.featureCompatibilityVersion === undefined) {
    throw new MongoError(72, 'no option found to get');
  }
  return { featureCompatibilityVersion: { version: '7.0' } };
}

const helloCommand: Command = { fields: HELLO_FIELDS, run: hello };

/** What a client asks before and beside its work. */
export const HANDSHAKE_COMMANDS: Readonly<Record<string, Command>> = {
  hello: helloCommand,
  isMaster: helloCommand,
  ismaster: helloCommand,
  ping: { fields: {}, run: () => ({}) },
  buildInfo: { fields: {}, run: buildInformation },
  buildinfo: { fields: {}, run: buildInformation },
  connectionStatus: {
    fields: { showPrivileges: 'ignored' },
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  },
  getParameter: {
    fields: { featureCompatibilityVersion: 'used', allParameters: 'used' },
    run: getParameter,
  },
  endSessions: { fields: {}, run: () => ({}) },
};
