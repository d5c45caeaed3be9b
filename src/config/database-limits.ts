import type { DatabaseLimits, SettingFault } from './config.js';
import type { Settings } from './settings.js';

type Known = Partial<Settings>;
type LimitName = keyof DatabaseLimits;

/** Which setting gives a limit, and which options of a connection string do where the setting is not set. */
const sources = {
  poolSize: { setting: 'MONGODB_POOL_SIZE', options: ['maxPoolSize'] },
  connectMs: { setting: 'MONGODB_WAIT_MS', options: ['connectTimeoutMS'] },
  selectMs: { setting: 'MONGODB_WAIT_MS', options: ['serverSelectionTimeoutMS'] },
  queueMs: { setting: 'MONGODB_WAIT_MS', options: ['waitQueueTimeoutMS'] },
  replyMs: { setting: 'MONGODB_REPLY_MS', options: ['socketTimeoutMS'] },
  majorityMs: { setting: 'MONGODB_MAJORITY_MS', options: ['wtimeoutMS', 'wtimeout'] },
  indexBuildMs: { setting: 'MONGODB_INDEX_BUILD_MS', options: [] },
} as const satisfies Readonly<
  Record<LimitName, { readonly setting: keyof Settings; readonly options: readonly string[] }>
>;

const limitNames = Object.keys(sources) as readonly LimitName[];
const waits: readonly LimitName[] = ['connectMs', 'selectMs', 'queueMs', 'replyMs', 'majorityMs'];

/** What a connection string may say of these, and what it may not: each would break a promise (docs/architecture.md §3). */
const fixed: Readonly<Record<string, readonly string[]>> = {
  w: ['majority'],
  journal: ['true'],
  readConcernLevel: ['majority'],
  readPreference: ['primary'],
};
const refused = ['readPreferenceTags', 'maxStalenessSeconds', 'timeoutMS'] as const;

/** The limits that are given, each by its setting or else by the connection string; the others follow from the rest. */
export function databaseLimits(known: Known): DatabaseLimits {
  const options = optionsIn(known.MONGODB_URI);
  const given = limitNames.map((name) => {
    const { setting, options: names } = sources[name];
    const inUri = names.map((it) => options.get(it.toLowerCase())).find((it) => it !== undefined);
    return [name, known[setting] ?? (inUri === undefined ? undefined : Number(inUri))] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/**
 * What is wrong with the connection string's options and with the limits, by name and without a value. What the product
 * would have to overrule is refused, so that nobody believes in something that does not hold.
 */
export function databaseFaults(known: Known): readonly SettingFault[] {
  return [
    ...uriProblems(known).map((problem) => ({ setting: 'MONGODB_URI', problem })),
    ...tooLongSettings(known),
  ];
}

function uriProblems({ MONGODB_URI, REQUEST_TIMEOUT_MS }: Known): readonly string[] {
  const options = optionsIn(MONGODB_URI);
  const given = (name: string) => options.get(name.toLowerCase());
  const isFixed = ([name, allowed]: [string, readonly string[]]) => {
    const value = given(name);
    return value === undefined || allowed.includes(value.toLowerCase());
  };
  const numbers = limitNames.flatMap((limit) => {
    const most = waits.includes(limit) ? REQUEST_TIMEOUT_MS : undefined;
    return sources[limit].options
      .filter((name) => !isWithin(given(name), most))
      .map((name) => `must not set ${name} to anything but ${rangeOf(most)}`);
  });
  return [
    ...Object.entries(fixed)
      .filter((it) => !isFixed(it))
      .map(([name, allowed]) => `must not set ${name} to anything but ${allowed.join()}`),
    ...refused.filter((name) => given(name) !== undefined).map((name) => `must not set ${name}`),
    ...numbers,
  ];
}

function isWithin(value: string | undefined, most = 1_000_000): boolean {
  return value === undefined || (/^[1-9]\d{0,8}$/.test(value) && Number(value) < most);
}

function rangeOf(most: number | undefined): string {
  return most === undefined ? 'a whole number from 1' : 'a whole number below REQUEST_TIMEOUT_MS';
}

/** Whoever waits for the database gives up before the request is given up. */
function tooLongSettings(known: Known): readonly SettingFault[] {
  const { REQUEST_TIMEOUT_MS: most } = known;
  const settings = new Set(waits.map((name) => sources[name].setting));
  return [...settings]
    .filter((name) => most !== undefined && (known[name] ?? 0) >= most)
    .map((setting) => ({ setting, problem: 'must be below REQUEST_TIMEOUT_MS' }));
}

/** The options of a connection string by their names in small letters: the driver does not mind how they are written. */
function optionsIn(uri: string | undefined): ReadonlyMap<string, string> {
  const text = uri ?? '';
  const begin = text.indexOf('?');
  const query = begin === -1 ? '' : text.slice(begin + 1);
  return new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]),
  );
}
