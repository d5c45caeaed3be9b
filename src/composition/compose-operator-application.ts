import type { OperatorApplication } from '../cli/operator-application.js';
import { composeCore, type ComposeOptions, type Core } from './compose-core.js';

/** What the commands use. Connects; throws `StoreUnavailableError`. */
export async function composeOperatorApplication(
  options: ComposeOptions,
): Promise<OperatorApplication> {
  const core = await composeCore(options, null);
  return { ...operatorApplicationOf(core), close: () => core.database.close() };
}

/** The same over what is connected by then. */
export function operatorApplicationOf(core: Core): Omit<OperatorApplication, 'close'> {
  const { stores, useCases, webhooks, operatorCases, operators, tokens, clock } = core;
  return {
    ...operatorCases,
    ...webhooks,
    ...operators,
    clock,
    organisations: stores.organisations,
    clients: stores.clients,
    outboxes: stores.outboxes,
    accessTokens: tokens,
    undoChange: useCases.undoChange,
    readTestClock: useCases.readTestClock,
    setTestClock: useCases.setTestClock,
    createPortalSession: useCases.createPortalSession,
  };
}
