import type { ChangePolicy } from '../../domain/change/change-policy.js';
import type { PackagePeriodName } from '../../domain/change/payway/package-period-name.js';
import type { PaywayBehaviour } from '../../domain/user-product/change.js';
import type { WriteGuards } from '../commit/guards.js';
import type { WriteResult } from '../commit/write-result.js';
import type { RequestChange, RequestChangeCommand } from './change-command.js';
import type {
  AvailableChanges,
  AvailableChangesQuery,
  ListAvailableChanges,
} from './list-available-changes.js';
import type { AsOfNow } from '../user-product/read-as-of-now.js';
import type { ChangePreview, PreviewChange } from './preview-change.js';

/** A request to change as a dialect understands it: which of its policies is meant is said by the behaviour. */
export type DialectChangeCommand = Omit<RequestChangeCommand<PackagePeriodName>, 'named'> &
  PackagePeriodName & { readonly behaviour: PaywayBehaviour };

/** Asking for changes under the policies of one dialect, which may refuse for these reasons. */
export type DialectChanges<Reason extends string> = {
  readonly requestChange: (
    command: DialectChangeCommand,
    guards?: WriteGuards,
  ) => Promise<WriteResult<Reason>>;
  readonly previewChange: (
    command: DialectChangeCommand,
    known?: AsOfNow,
  ) => Promise<ChangePreview<Reason> | null>;
  /** Of the default behaviour. */
  readonly listAvailableChanges: (query: AvailableChangesQuery) => Promise<AvailableChanges | null>;
};

/** Hands the policies of a dialect to the use cases, which know none. */
export function makeDialectChanges<Reason extends string>(
  useCases: {
    readonly requestChange: RequestChange;
    readonly previewChange: PreviewChange;
    readonly listAvailableChanges: ListAvailableChanges;
  },
  policies: Readonly<Record<PaywayBehaviour, ChangePolicy<Reason, PackagePeriodName>>>,
): DialectChanges<Reason> {
  return {
    requestChange: (command, guards) =>
      useCases.requestChange(commandOf(command), policies[command.behaviour], guards),
    previewChange: (command, known) =>
      useCases.previewChange(commandOf(command), policies[command.behaviour], known),
    listAvailableChanges: (query) => useCases.listAvailableChanges(query, policies.default),
  };
}

function commandOf({
  behaviour,
  packageCode,
  periodId,
  ...command
}: DialectChangeCommand): RequestChangeCommand<PackagePeriodName> {
  return { ...command, named: { packageCode, periodId } };
}
