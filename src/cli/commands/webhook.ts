import type { Command } from 'commander';
import { isWebhookSecret } from '../../application/webhooks/webhook-secrets.js';
import type { EventId, OrganisationId, WebhookEndpointId } from '../../domain/ids.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { mustHaveOrganisation } from '../must-have-organisation.js';
import { toEventId, toOrganisationId, toWebhookEndpointId } from '../option-parsers.js';
import { addSecretOption, readSecret, type SecretOptions } from '../secret-option.js';

type NewEndpointOptions = SecretOptions & {
  organisation: OrganisationId;
  url: string;
  types?: readonly string[];
};

type Key = { organisation: OrganisationId; id: WebhookEndpointId };

const sentences = {
  unknown_endpoint: 'there is no such endpoint in this organisation',
  unknown_event_type: 'one of these words is no type of event',
  too_many_endpoints: 'this organisation has as many endpoints as it may have',
  url_too_long: 'the URL is longer than 2048 characters',
  url_malformed: 'this is no URL',
  url_not_https: 'the URL must begin with https',
  url_with_credentials: 'the URL must not hold a user name or a password',
  host_not_found: 'the host of the URL has no address',
  address_not_allowed: 'the host of the URL has an address that is not on the public internet',
  unknown_event: 'there is no such event in this organisation',
  replay_too_large: 'the range holds more than 10,000 events: replay it in parts',
} as const;

const noWebhookSecret = 'a secret of webhooks must be whsec_ and 24 to 64 bytes in base64';

/** `webhook add|list|remove|replay|skip`. */
export function defineWebhookCommand(program: Command, context: CliContext): void {
  const webhook = program
    .command('webhook')
    .description('where organisations have their events sent');
  defineAddCommand(webhook, context);
  defineListCommand(webhook, context);
  defineRemoveCommand(webhook, context);
  defineReplayCommand(webhook, context);
  defineSkipCommand(webhook, context);
}

function defineAddCommand(webhook: Command, context: CliContext): void {
  const add = webhook
    .command('add')
    .description('add an endpoint; a secret that is generated is printed this once')
    .requiredOption('--organisation <id>', 'whose events it gets', toOrganisationId)
    .requiredOption('--url <url>', 'where they are sent')
    .option('--types <types>', 'only these types, separated by commas', (raw) =>
      raw.split(',').map((it) => it.trim()),
    );
  addSecretOption(add, 'its secret is read from standard input; without this one is generated');
  add.action(async (options: NewEndpointOptions) => {
    const secret = await readSecret(context, options);
    if (secret !== null && !isWebhookSecret(secret)) throw new CommandFailure(noWebhookSecret);
    await withApplication(context, async (application) => {
      const { organisation: organisationId, url, types = null } = options;
      await mustHaveOrganisation(application, organisationId);
      const wanted = { organisationId, url, types, enabled: true, secret };
      const added = await application.registerEndpoint(wanted);
      if (!added.ok) throw new CommandFailure(sentences[added.failure]);
      printLine(context, 'webhook', added.endpoint.id);
      if (secret === null) printLine(context, 'secret', added.secret);
    });
  });
}

function defineListCommand(webhook: Command, context: CliContext): void {
  webhook
    .command('list')
    .description('list endpoints: id, organisation, enabled or disabled, URL, types')
    .option('--organisation <id>', 'only of this organisation', toOrganisationId)
    .action((options: { organisation?: OrganisationId }) =>
      withApplication(context, async (application) => {
        for (const it of await application.listEndpoints(options.organisation ?? 'all')) {
          const state = it.enabled ? 'enabled' : 'disabled';
          const types = it.types === null ? 'all' : it.types.join(',');
          printLine(context, it.id, it.organisationId, state, it.url, types);
        }
      }),
    );
}

function defineRemoveCommand(webhook: Command, context: CliContext): void {
  webhook
    .command('remove')
    .description('remove an endpoint, with all that waits for it')
    .requiredOption('--organisation <id>', 'whose endpoint it is', toOrganisationId)
    .requiredOption('--id <id>', 'the endpoint', toWebhookEndpointId)
    .action(({ organisation: organisationId, id }: Key) =>
      withApplication(context, async (application) => {
        const removed = await application.removeEndpoint({ organisationId, id });
        if (!removed.ok) throw new CommandFailure(sentences[removed.failure]);
        printLine(context, 'webhook', id, 'removed');
      }),
    );
}

function defineReplayCommand(webhook: Command, context: CliContext): void {
  webhook
    .command('replay')
    .description('send events of the log once more, whatever came of them before')
    .requiredOption('--organisation <id>', 'whose endpoint it is', toOrganisationId)
    .requiredOption('--id <id>', 'the endpoint', toWebhookEndpointId)
    .option('--after <event>', 'only those after this event', toEventId)
    .option('--before <event>', 'only those before this event', toEventId)
    .action((options: Key & { after?: EventId; before?: EventId }) =>
      withApplication(context, async (application) => {
        const { organisation: organisationId, id, after = null, before = null } = options;
        const replayed = await application.replayEvents({ organisationId, id, after, before });
        if (!replayed.ok) throw new CommandFailure(sentences[replayed.failure]);
        printLine(context, 'queued', replayed.queued);
      }),
    );
}

function defineSkipCommand(webhook: Command, context: CliContext): void {
  webhook
    .command('skip')
    .description(
      'send nothing of what is in the log by now: after a restore, with all workers stopped',
    )
    .requiredOption('--organisation <id>', 'whose endpoints', toOrganisationId)
    .action(({ organisation }: Pick<Key, 'organisation'>) =>
      withApplication(context, async (application) => {
        await mustHaveOrganisation(application, organisation);
        const { endpoints } = await application.skipEvents(organisation);
        printLine(context, 'endpoints', endpoints);
      }),
    );
}
