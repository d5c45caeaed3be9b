import type { Command } from 'commander';
import type { PortalSessionFailure } from '../../application/portal/create-portal-session.js';
import { enterAddress } from '../../application/portal/enter-address.js';
import { pagesAddressOf } from '../../config/page-addresses.js';
import { type AccountId, type OrganisationId, toClientId } from '../../domain/ids.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import type { OperatorApplication } from '../operator-application.js';
import { toAccountId, toOrganisationId } from '../option-parsers.js';

type LinkOptions = {
  readonly account: AccountId;
  readonly organisation?: OrganisationId;
  readonly returnUrl?: string;
  readonly message: boolean;
};

const sentences: Readonly<Record<PortalSessionFailure, string>> = {
  unknown_account: 'there is no such account in this organisation',
  portal_disabled: 'the organisation is not there, or has closed its portal',
  return_url_not_allowed:
    'the organisation does not name this address in portal.return_urls, or names none',
  unknown_package: 'there is no such package',
  unknown_user_product: 'there is no such user product',
};

/** In minutes: somebody sends it on, or pastes it. */
const life = { message: 1_440, redirect: 15 } as const;

/** `portal link --account ID [--organisation ID] [--return-url URL] [--message]` (docs/spec/operations.md §1). */
export function definePortalCommand(program: Command, context: CliContext): void {
  program
    .command('portal')
    .description('ways into the portal')
    .command('link')
    .description('print an address that lets an account into its portal once, and nothing else')
    .requiredOption('--account <id>', 'whom it lets in', toAccountId)
    .option('--organisation <id>', 'whose account it is; unless given the demo’s', toOrganisationId)
    .option('--return-url <url>', 'where it leads back to; unless given the first that may be')
    .option('--message', 'good for a day, and used up by a button, as for a mail', false)
    .action((options: LinkOptions) => link(context, options));
}

function link(context: CliContext, options: LinkOptions): Promise<void> {
  return withApplication(context, async (application, config) => {
    if (!config.portal) throw new CommandFailure('PORTAL is off: nobody could open it');
    const delivery = options.message ? 'message' : 'redirect';
    const made = await application.createPortalSession({
      organisationId: options.organisation ?? (await organisationOfDemo(application)),
      accountId: options.account,
      returnUrl: options.returnUrl ?? null,
      delivery,
      expiresInMinutes: life[delivery],
      ...{ locale: null, offer: null, flow: null, chosenId: null },
    });
    if (!made.ok) throw new CommandFailure(sentences[made.failure]);
    const baseUrl = config.portalBaseUrl ?? pagesAddressOf(config);
    printLine(context, enterAddress(baseUrl, made.secret));
  });
}

async function organisationOfDemo({ clients }: OperatorApplication): Promise<OrganisationId> {
  const client = await clients.find(toClientId('demo'));
  if (client === null) throw new CommandFailure('there is no demo data: say --organisation');
  return client.organisationId;
}
