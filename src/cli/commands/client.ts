import type { Command } from 'commander';
import { type OrganisationId, toClientId } from '../../domain/ids.js';
import type { OperatorApplication } from '../operator-application.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { mustHaveOrganisation } from '../must-have-organisation.js';
import { toOrganisationId, toScopes } from '../option-parsers.js';
import { addSecretOption, readSecret, type SecretOptions } from '../secret-option.js';

type NewClientOptions = SecretOptions & {
  organisation: OrganisationId;
  scopes: readonly string[];
  provisionService: string;
};

const sentences = {
  client_id_taken: 'this client id is taken',
  client_id_not_allowed:
    'a client id must be 1 to 255 printable ASCII characters, and not look like somebody else: client:…, portal:…, operator:…, bulk:…, system, import',
  secret_not_allowed: 'a secret must be 1 to 255 printable ASCII characters',
  unknown_client: 'there is no such client',
} as const;

/** `client add|list|disable|enable|rotate-secret`. */
export function defineClientCommand(program: Command, context: CliContext): void {
  const client = program.command('client').description('the API clients of organisations');
  defineAddCommand(client, context);
  defineListCommand(client, context);
  defineSwitchesCommand(client, context);
  defineRotateSecretCommand(client, context);
}

function defineAddCommand(client: Command, context: CliContext): void {
  const add = client
    .command('add')
    .description('add a client; a secret that is generated is printed this once')
    .argument('<id>', 'what the client signs in as')
    .requiredOption('--organisation <id>', 'whose client it is', toOrganisationId)
    .requiredOption('--scopes <scopes>', 'what it may do, separated by spaces', toScopes)
    .option('--provision-service <name>', 'of the user products that it creates', 'tulo');
  addSecretOption(add, 'its secret is read from standard input; without this one is generated');
  add.action(async (id: string, options: NewClientOptions) => {
    const secret = await readSecret(context, options);
    await withApplication(context, async (application) => {
      const organisationId = options.organisation;
      await mustHaveOrganisation(application, organisationId);
      const { scopes, provisionService } = options;
      const given = { organisationId, id, secret, scopes, provisionService };
      const added = await application.addClient(given);
      if (!added.ok) throw new CommandFailure(sentences[added.failure]);
      printLine(context, 'client', id);
      if (secret === null) printLine(context, 'secret', added.secret);
    });
  });
}

function defineListCommand(client: Command, context: CliContext): void {
  client
    .command('list')
    .description('list clients: id, organisation, enabled or disabled, provision service, scopes')
    .option('--organisation <id>', 'only of this organisation', toOrganisationId)
    .action((options: { organisation?: OrganisationId }) =>
      withApplication(context, async (application) => {
        for (const it of await application.listClients(options.organisation ?? 'all')) {
          const state = it.disabled ? 'disabled' : 'enabled';
          const scopes = it.scopes.join(' ');
          printLine(context, it.id, it.organisationId, state, it.provisionService, scopes);
        }
      }),
    );
}

function defineSwitchesCommand(client: Command, context: CliContext): void {
  const switches = {
    disable: 'a disabled client can do nothing, at the latest 5 s later',
    enable: 'a client that was disabled may call again',
  } as const;
  for (const name of ['disable', 'enable'] as const) {
    client
      .command(name)
      .description(switches[name])
      .argument('<id>', 'the client')
      .action((id: string) =>
        withApplication(context, async (application) => {
          const key = await mustFindClient(application, id);
          const result = await application[`${name}Client`](key);
          if (!result.ok) throw new CommandFailure(sentences[result.failure]);
          printLine(context, 'client', id, `${name}d`);
        }),
      );
  }
}

function defineRotateSecretCommand(client: Command, context: CliContext): void {
  const rotate = client
    .command('rotate-secret')
    .description('give a client a new secret; the old one gets no more tokens from now on')
    .argument('<id>', 'the client');
  addSecretOption(
    rotate,
    'it is read from standard input; without this it is generated and printed',
  );
  rotate.action(async (id: string, options: SecretOptions) => {
    const secret = await readSecret(context, options);
    await withApplication(context, async (application) => {
      const key = await mustFindClient(application, id);
      const rotated = await application.rotateClientSecret({ ...key, secret });
      if (!rotated.ok) throw new CommandFailure(sentences[rotated.failure]);
      printLine(context, 'client', id);
      if (secret === null) printLine(context, 'secret', rotated.secret);
    });
  });
}

/** Client ids are unique in the installation: the operator need not name the organisation. */
async function mustFindClient(application: OperatorApplication, raw: string) {
  const client = await application.clients.find(toClientId(raw));
  if (client === null) throw new CommandFailure(sentences.unknown_client);
  return { organisationId: client.organisationId, id: client.id };
}
