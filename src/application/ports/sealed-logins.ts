import type { OperatorId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ProviderQuestion } from './identity-provider.js';

/** A log-in that has begun in one browser and is not over. */
export type BegunLogin =
  | {
      readonly kind: 'provider';
      readonly question: ProviderQuestion;
      /** The page that it leads to. */
      readonly next: string;
      /** Who proves again that it is them; null: whoever it is, logs in. */
      readonly provesFor: OperatorId | null;
    }
  | {
      readonly kind: 'passkey';
      readonly challenge: string;
      /** Real time. */
      readonly begunAt: Instant;
    }
  | { readonly kind: 'new_passkey'; readonly challenge: string; readonly operatorId: OperatorId };

/** Log-ins that have begun, as a text for the browser to keep: nobody else can read or write one. */
export type SealedLogins = {
  readonly seal: (login: BegunLogin) => Promise<string>;
  /** Null for what is none of ours, and after 10 minutes of real time. */
  readonly open: (text: string) => Promise<BegunLogin | null>;
};
