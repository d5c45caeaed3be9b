import type { Command } from 'commander';
import type { OperatorId } from '../../domain/ids.js';
import type { OrganisationScope } from '../../domain/operators/operator.js';
import type { Role } from '../../domain/operators/role.js';
import { type CliContext, printLine, withApplication } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { consoleAddress } from '../console-address.js';
import { mustHaveOrganisation } from '../must-have-organisation.js';
import type { OperatorApplication } from '../operator-application.js';
import { toOrganisationScope, toRole, toRoleOrNone } from '../option-parsers.js';

type Whom = { readonly operator: string };
type Where = { readonly organisation: OrganisationScope };

const sentences = {
  name_not_allowed: 'a name must be 1 to 100 characters without control characters',
  email_not_allowed: 'this is no e-mail address',
  email_taken: 'an operator has this e-mail address',
  out_of_scope: 'this is out of scope',
  unknown_operator: 'there is no such operator',
  operator_of_others: 'this operator works for others too',
  operator_disabled: 'this operator is disabled',
} as const;

const whom = [
  '--operator <who>',
  'their id, their e-mail address, or a name that one alone has',
] as const;
const scopeMeaning = 'of which organisation; all: of every one';

/** `operator add|list|disable|enable|role|link` (docs/spec/pages.md §10). */
export function defineOperatorCommand(program: Command, context: CliContext): void {
  const operator = program.command('operator').description('who works at the console');
  defineAdd(operator, context);
  defineList(operator, context);
  defineSwitches(operator, context);
  defineRole(operator, context);
  defineLink(operator, context);
}

type AddOptions = Where & { readonly name: string; readonly email: string; readonly role: Role };

function defineAdd(operator: Command, context: CliContext): void {
  operator
    .command('add')
    .description('add an operator; a link lets them in')
    .requiredOption('--name <name>', 'what they are called')
    .requiredOption('--email <address>', 'no two operators have the same')
    .requiredOption('--role <role>', 'viewer, support, editor or owner', toRole)
    .requiredOption('--organisation <id>', scopeMeaning, toOrganisationScope)
    .action(({ organisation: organisationId, ...given }: AddOptions) =>
      withApplication(context, async (application) => {
        await mustHaveScope(application, organisationId);
        const added = await application.addOperator({ within: '*', organisationId, ...given });
        if (!added.ok) throw new CommandFailure(sentences[added.failure]);
        printLine(context, 'operator', added.id);
      }),
    );
}

function defineList(operator: Command, context: CliContext): void {
  operator
    .command('list')
    .description('list operators: id, address, enabled or disabled, passkeys, roles, name')
    .option('--organisation <id>', 'only who is something there', toOrganisationScope)
    .action(({ organisation = '*' }: Partial<Where>) =>
      withApplication(context, async (application) => {
        for (const it of await application.listOperators(organisation)) {
          const state = it.disabled ? 'disabled' : 'enabled';
          const roles = it.memberships.map(
            ({ organisationId, role }) =>
              `${organisationId === '*' ? 'all' : organisationId}:${role}`,
          );
          printLine(context, it.id, it.email, state, it.passkeys, roles.join(' '), it.name);
        }
      }),
    );
}

function defineSwitches(operator: Command, context: CliContext): void {
  const switches = {
    disable: 'a disabled operator can do nothing, from their next request on',
    enable: 'an operator who was disabled may come in again',
  } as const;
  for (const name of ['disable', 'enable'] as const) {
    operator
      .command(name)
      .description(switches[name])
      .requiredOption(...whom)
      .action((options: Whom) =>
        withApplication(context, async (application) => {
          const id = await mustFindOperator(application, options);
          const result = await application[`${name}Operator`]({ within: '*', id });
          if (!result.ok) throw new CommandFailure(sentences[result.failure]);
          printLine(context, 'operator', id, `${name}d`);
        }),
      );
  }
}

function defineRole(operator: Command, context: CliContext): void {
  operator
    .command('role')
    .description(
      'make an operator more, less or nothing in an organisation; ends what they have open',
    )
    .requiredOption(...whom)
    .requiredOption('--organisation <id>', scopeMeaning, toOrganisationScope)
    .requiredOption('--role <role>', 'viewer, support, editor, owner or none', toRoleOrNone)
    .action(({ organisation, role, ...options }: Whom & Where & { role: Role | 'none' }) =>
      withApplication(context, async (application) => {
        const id = await mustFindOperator(application, options);
        await mustHaveScope(application, organisation);
        const result = await application.setOperatorRole({
          ...{ within: '*', id, organisationId: organisation },
          role: role === 'none' ? null : role,
        });
        if (!result.ok) throw new CommandFailure(sentences[result.failure]);
        printLine(context, 'operator', id, role);
      }),
    );
}

function defineLink(operator: Command, context: CliContext): void {
  operator
    .command('link')
    .description('print an address that lets an operator in once, within 15 minutes')
    .requiredOption(...whom)
    .action((options: Whom) =>
      withApplication(context, async (application, config) => {
        const id = await mustFindOperator(application, options);
        const link = await application.makeOperatorLink({ within: '*', id });
        if (!link.ok) throw new CommandFailure(sentences[link.failure]);
        printLine(context, `${consoleAddress(config)}/console/enter/${link.token}`);
      }),
    );
}

async function mustFindOperator(
  application: Pick<OperatorApplication, 'findOperator'>,
  { operator: who }: Whom,
): Promise<OperatorId> {
  const operator = await application.findOperator(who);
  if (operator === null) throw new CommandFailure(sentences.unknown_operator);
  return operator.id;
}

async function mustHaveScope(
  application: Pick<OperatorApplication, 'organisations'>,
  organisation: OrganisationScope,
): Promise<void> {
  if (organisation !== '*') await mustHaveOrganisation(application, organisation);
}
