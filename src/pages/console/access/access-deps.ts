import type { ReadOrganisationContext } from '../../../application/catalogue/organisation-context.js';
import type { ChooseConsoleLanguage } from '../../../application/operators/choose-console-language.js';
import type {
  AskPasskey,
  LogInByPasskey,
  ProveByPasskey,
} from '../../../application/operators/log-in-by-passkey.js';
import type {
  AskProvider,
  LogInByProvider,
} from '../../../application/operators/log-in-by-provider.js';
import type { LogOutOperator } from '../../../application/operators/log-out-operator.js';
import type { OpenOperatorLink } from '../../../application/operators/open-operator-link.js';
import type {
  AddPasskey,
  AskNewPasskey,
  ReadWaysIn,
  RemovePasskey,
} from '../../../application/operators/own-passkeys.js';
import type { OrganisationStore } from '../../../application/ports/organisation-store.js';

/** What coming in and going out ask for. */
export type AccessDeps = {
  readonly openOperatorLink: OpenOperatorLink;
  readonly logOutOperator: LogOutOperator;
  readonly readContext: ReadOrganisationContext;
  readonly organisations: Pick<OrganisationStore, 'list'>;
  /** Null: there is no identity provider. */
  readonly providerLogIn: {
    readonly askProvider: AskProvider;
    readonly logInByProvider: LogInByProvider;
  } | null;
  readonly askPasskey: AskPasskey;
  readonly logInByPasskey: LogInByPasskey;
  readonly proveByPasskey: ProveByPasskey;
  readonly readWaysIn: ReadWaysIn;
  readonly askNewPasskey: AskNewPasskey;
  readonly addPasskey: AddPasskey;
  readonly removePasskey: RemovePasskey;
  readonly chooseConsoleLanguage: ChooseConsoleLanguage;
};
