import { serverUri } from '../database.js';
import { makeFaults, type Fault } from './faults.js';
import { makeKeptReplies } from './kept-replies.js';
import { openMember, type Member, type Shared } from './member.js';
import type { Fields } from './wire.js';

/** How a member tells what it is: at once when something changes, or when it is asked. */
export type Heartbeats = 'streaming' | 'polling';

/** A replica set of two members over one standalone server, to a driver not to be told from one. */
export type ReplicaSet = {
  /** Of both members. */
  readonly uri: string;
  /** What goes wrong from now on, each once unless it says otherwise. */
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** Commands that reached a member, but for those by which a driver looks after its connections. */
  readonly commands: () => readonly Fields[];
  readonly forget: () => void;
  /** The other member becomes the primary; connections to the old one break. */
  readonly failOver: () => void;
  /** Whether a majority is away: writes are done, and nobody confirms them before their `wtimeout`. */
  readonly setMajorityAway: (isAway: boolean) => void;
  /** Every connection breaks at once; new ones are taken. */
  readonly cutAll: () => void;
  readonly close: () => Promise<void>;
};

/**
 * The face of a replica set before the server that the run uses: it answers `hello` as one of two members, keeps the
 * replies of numbered writes, and does what a replica set does when something goes wrong. What it does not show: reads
 * of what a majority has, while a majority is away; and writes that are rolled back.
 */
export async function openReplicaSet(
  options: { readonly heartbeats?: Heartbeats; readonly server?: string } = {},
): Promise<ReplicaSet> {
  const { heartbeats = 'streaming', server = serverUri() } = options;
  const faults = makeFaults();
  const commands: Fields[] = [];
  const shared: Shared = {
    backend: new URL(server),
    heartbeats,
    faults,
    replies: makeKeptReplies(),
    record: (command) => commands.push(command),
    hosts: [],
    state: { primary: 0, isMajorityAway: false, counter: 1 },
  };
  const members: Member[] = [await openMember(shared, 0), await openMember(shared, 1)];
  shared.hosts.push(...members.map(({ host }) => host));

  const setMajorityAway = (isAway: boolean): void => {
    shared.state.isMajorityAway = isAway;
    if (!isAway) for (const member of members) member.confirmWrites();
  };
  return {
    uri: uriOf(server, shared.hosts),
    add: faults.add,
    clear: faults.clear,
    commands: () => commands,
    forget: () => void commands.splice(0),
    failOver: () => {
      const stepsDown = shared.state.primary;
      shared.state.primary = 1 - stepsDown;
      shared.state.counter += 1;
      members[stepsDown]?.cut();
      for (const member of members) member.tellChange();
    },
    setMajorityAway,
    cutAll: () => {
      for (const member of members) member.cut();
    },
    close: async () => {
      setMajorityAway(false);
      await Promise.all(members.map((member) => member.close()));
    },
  };
}

/** Credentials and options of the server behind stay; only where to connect to is another. */
function uriOf(server: string, hosts: readonly string[]): string {
  const { username, password, searchParams } = new URL(server);
  searchParams.delete('directConnection');
  searchParams.set('replicaSet', 'face');
  const credentials = username === '' ? '' : `${username}:${password}@`;
  return `mongodb://${credentials}${hosts.join()}/?${searchParams.toString()}`;
}
