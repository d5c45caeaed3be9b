import { expect, test } from '@jest/globals';
import { makeAddOperator } from '../../../src/application/operators/add-operator.js';
import { makeFindOperator } from '../../../src/application/operators/find-operator.js';
import { makeMakeOperatorLink } from '../../../src/application/operators/make-operator-link.js';
import { makeSetOperatorRole } from '../../../src/application/operators/set-operator-role.js';
import { addDemoOperator, consoleGreeting } from '../../../src/process/console-greeting.js';
import { first, operatorWorld, second } from '../application/operators/operator-world.js';

const baseUrl = 'http://localhost:18080';

function begin() {
  const { deps } = operatorWorld();
  const cases = {
    findOperator: makeFindOperator(deps),
    addOperator: makeAddOperator(deps),
    setOperatorRole: makeSetOperatorRole(deps),
    makeOperatorLink: makeMakeOperatorLink(deps),
  };
  return {
    deps,
    add: () => addDemoOperator(cases, [first, second]),
    greet: () => consoleGreeting(cases, baseUrl),
    find: () => cases.findOperator('demo'),
  };
}

test('The demo has an owner of its organisations, who stays as they are', async () => {
  const { add, find, deps } = begin();
  await add();
  const operator = await find();
  expect(operator?.memberships).toEqual([
    { organisationId: first, role: 'owner' },
    { organisationId: second, role: 'owner' },
  ]);
  await add();
  expect(await deps.operators.list()).toEqual([operator]);
});

test('The line lets the owner in for an hour', async () => {
  const { add, greet } = begin();
  await add();
  expect(await greet()).toBe(`Console ${baseUrl}/console/enter/secret-1  (owner, once, 60 min)\n`);
});

test('There is none where nobody is there, or the operator is disabled', async () => {
  const { add, greet, find, deps } = begin();
  expect(await greet()).toBe('');
  await add();
  const operator = await find();
  if (operator === null) throw new Error('nobody was added');
  await deps.operators.replace({ ...operator, disabled: true, version: operator.version + 1 });
  expect(await greet()).toBe('');
});
