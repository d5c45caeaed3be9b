import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SettingFault } from './config.js';
import { settingNames, settingsSchema, type SettingName } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A value as it was given, and where: an operator looks there to change it. */
export type GivenSetting = { readonly value: unknown; readonly source: string };
export type GivenSettings = {
  /** What holds: environment over `<APP_ENV>.json` over `default.json`. */
  readonly given: ReadonlyMap<SettingName, GivenSetting>;
  /** What would hold without any environment variable but APP_ENV. */
  readonly defaults: ReadonlyMap<SettingName, GivenSetting>;
  readonly faults: readonly SettingFault[];
};

type Values = Map<SettingName, GivenSetting>;

/** Gathers every setting from its three places, unchecked. An empty environment variable counts as unset. */
export function readSettings(from: { env: Environment; folder: string }): GivenSettings {
  const appEnv = given(from.env, 'APP_ENV') ?? 'development';
  const isKnown = settingsSchema.shape.APP_ENV.safeParse(appEnv).success;
  const files = isKnown ? ['default.json', `${appEnv}.json`] : ['default.json'];
  const faults: SettingFault[] = [];
  const defaults: Values = new Map([['APP_ENV', { value: 'development', source: 'built in' }]]);
  for (const file of files) {
    const read = readSettingsFile(from.folder, file);
    faults.push(...read.faults);
    for (const [name, setting] of read.values) defaults.set(name, setting);
  }
  const holding: Values = new Map(defaults);
  for (const name of settingNames) {
    const value = given(from.env, name);
    if (value !== undefined) holding.set(name, { value, source: 'environment' });
  }
  return { given: holding, defaults, faults };
}

function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function readSettingsFile(
  folder: string,
  file: string,
): { values: Values; faults: SettingFault[] } {
  const source = `config/${file}`;
  const fail = (problem: string) => ({ values: new Map(), faults: [{ setting: source, problem }] });
  const text = readText(path.join(folder, file));
  if (text === null) return fail('cannot be read');
  const content = parseJson(text);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return fail('is not a JSON object');
  }
  return settingsAndFaults(content, source);
}

function settingsAndFaults(
  content: object,
  source: string,
): { values: Values; faults: SettingFault[] } {
  const values: Values = new Map();
  const faults: SettingFault[] = [];
  for (const [name, value] of Object.entries(content)) {
    if (name === 'APP_ENV') {
      faults.push({ setting: name, problem: `cannot stand in ${source}: it chooses the file` });
    } else if (isSettingName(name)) values.set(name, { value, source });
    else faults.push({ setting: name, problem: `is no setting (${source})` });
  }
  return { values, faults };
}

function isSettingName(name: string): name is SettingName {
  return (settingNames as readonly string[]).includes(name);
}

/** The file's text, or null where there is none to read. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
