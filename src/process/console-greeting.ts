import type { OperatorApplication } from '../cli/operator-application.js';
import type { OperatorId, OrganisationId } from '../domain/ids.js';

const minutes = 60;
const name = 'demo';
const email = 'demo@example.com';

type DemoOperatorDeps = Pick<
  OperatorApplication,
  'findOperator' | 'addOperator' | 'setOperatorRole'
>;

/** Makes sure that there is an owner of the demo’s organisations. One that is there is left as it is. */
export async function addDemoOperator(
  { findOperator, addOperator, setOperatorRole }: DemoOperatorDeps,
  [first, ...others]: readonly OrganisationId[],
): Promise<void> {
  if (first === undefined || (await findOperator(email)) !== null) return;
  const role = 'owner';
  const added = await addOperator({ within: '*', organisationId: first, role, name, email });
  if (!added.ok) return;
  for (const organisationId of others) {
    await setOperatorRole({ within: '*', id: added.id, organisationId, role });
  }
}

type ConsoleGreetingDeps = Pick<OperatorApplication, 'findOperator' | 'makeOperatorLink'>;

/**
 * A line that lets whoever opens it into the console as the demo’s owner, once (docs/spec/pages.md §17). None where that
 * operator is disabled or gone. `baseUrl`: what stands before `/console`.
 */
export async function consoleGreeting(
  { findOperator, makeOperatorLink }: ConsoleGreetingDeps,
  baseUrl: string,
): Promise<string> {
  const operator = await findOperator(email);
  const made = operator === null ? null : await linkFor(makeOperatorLink, operator.id);
  if (made?.ok !== true) return '';
  return `Console ${baseUrl}/console/enter/${made.token}  (owner, once, ${String(minutes)} min)\n`;
}

function linkFor(makeOperatorLink: OperatorApplication['makeOperatorLink'], id: OperatorId) {
  return makeOperatorLink({ within: '*', id, goodForMinutes: minutes });
}
