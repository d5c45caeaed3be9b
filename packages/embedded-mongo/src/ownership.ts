import { askInstance } from './ask-instance.js';
import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';
import type { LmdbStore } from './engine/lmdb-store.js';
import { addressIn, removeLeftSocket } from './listen.js';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.js';

type Owner = ProcessIdentity & { readonly instance: string; readonly uri?: string };

const OWNER = Buffer.from('owner');

/** The right to write to a folder, held by one process at a time. */
export type Ownership = {
  /** Notes where the owner listens, so that others can ask it. */
  readonly noteUri: (uri: string) => void;
  /** Gives the folder up; only while it is still ours. */
  readonly release: () => void;
};

/** Takes the folder for this instance. A dead owner's record is taken over; a living one's is folder_in_use. */
export async function takeOwnership(store: LmdbStore, instance: string): Promise<Ownership> {
  for (;;) {
    const before = store.meta.getBinary(OWNER);
    await checkOwnerIsGone(before);
    if (replaceOwner(store, before, { ...ownIdentity(), instance })) break;
  }
  return {
    noteUri: (uri) => {
      store.write(() => {
        store.meta.putSync(OWNER, encode({ ...ownIdentity(), instance, uri }));
      });
    },
    release: () => {
      store.write(() => {
        const current = decode(store.meta.getBinary(OWNER));
        if (current?.instance === instance) store.meta.removeSync(OWNER);
      });
    },
  };
}

// Judged outside the transaction, taken within it, and only if nobody else was faster.
function replaceOwner(store: LmdbStore, before: Buffer | undefined, owner: Owner): boolean {
  return store.write(() => {
    const current = store.meta.getBinary(OWNER);
    const isUnchanged =
      current === undefined ? before === undefined : before !== undefined && current.equals(before);
    if (isUnchanged) store.meta.putSync(OWNER, encode(owner));
    return isUnchanged;
  });
}

async function checkOwnerIsGone(record: Buffer | undefined): Promise<void> {
  const owner = decode(record);
  if (owner === undefined) return;
  const address = owner.uri === undefined ? undefined : addressIn(owner.uri);
  const isOther = owner.pid !== process.pid;
  const isAlive =
    (isOther && isRunning(owner) === true) ||
    (address !== undefined && (await askInstance(address)) === owner.instance);
  if (isAlive) {
    throw new EmbeddedMongoError(
      'folder_in_use',
      `The database folder is in use by the process ${String(owner.pid)}.`,
    );
  }
  await removeLeftSocket(address);
}

function encode(owner: Owner): Buffer {
  return Buffer.from(JSON.stringify(owner));
}

function decode(record: Buffer | undefined): Owner | undefined {
  return record === undefined ? undefined : (JSON.parse(record.toString()) as Owner);
}
