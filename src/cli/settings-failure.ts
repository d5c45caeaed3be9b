import type { SettingFault } from '../config/config.js';

/** The settings are faulty; nothing was started. The process exits 2. */
export class SettingsFailure extends Error {
  override readonly name = 'SettingsFailure';
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super('the settings are faulty');
    this.faults = faults;
  }
}
