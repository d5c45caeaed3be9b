import { hideCredentials } from './hide-credentials.js';
import { readSettings, type Environment, type GivenSetting } from './read-settings.js';
import { aboutSetting, settingNames, type SettingName } from './settings.js';

export type SettingDescription = {
  readonly name: SettingName;
  readonly type: string;
  readonly meaning: string;
  /** As the files give it for this APP_ENV; `none` where they do not. */
  readonly default: string;
  readonly value: string;
  /** `environment`, `config/stage.json` … */
  readonly source: string;
};

/** Every setting in words, with what holds now. Secrets are masked: a key wholly, a connection string where it must be. */
export function describeSettings(from: {
  env: Environment;
  folder: string;
}): readonly SettingDescription[] {
  const { given, defaults } = readSettings(from);
  return settingNames.map((name) => {
    const { type, meaning } = aboutSetting(name);
    return {
      name,
      type,
      meaning,
      default: shown(name, defaults.get(name)),
      value: shown(name, given.get(name)),
      source: given.get(name)?.source ?? 'unset',
    };
  });
}

function shown(name: SettingName, setting: GivenSetting | undefined): string {
  if (setting === undefined) return 'none';
  const text = textOf(setting.value);
  if (aboutSetting(name).isSecret !== true) return text;
  return name === 'MONGODB_URI' ? hideCredentials(text) : '***';
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
