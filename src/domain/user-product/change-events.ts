import type { EventType } from '../events/domain-event.js';
import type { ChangeKind } from './change.js';

/** What is told when a change is registered to wait for the end of the period (docs/architecture.md §7). */
export const registeredEvent: Readonly<Record<ChangeKind, EventType>> = {
  upgrade: 'package_upgrade_scheduled',
  downgrade: 'package_downgrade',
  change: 'package_change',
};

/** What is told when a change has taken effect, at once or at the end of the period (docs/architecture.md §7). */
export const completedEvent: Readonly<Record<ChangeKind, EventType>> = {
  upgrade: 'package_upgrade',
  downgrade: 'package_downgrade_completed',
  change: 'package_change_completed',
};
