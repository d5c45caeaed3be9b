import { expect, test } from '@jest/globals';
import { makeLogOutOperator } from '../../../../src/application/operators/log-out-operator.js';
import { worldOfLinks } from './operator-world.js';

test('An operator is logged out in this browser alone', async () => {
  const { deps, id, makeLink, openFirst, open } = await worldOfLinks();
  await makeLink({ within: '*', id });
  await openFirst();
  await makeLink({ within: '*', id });
  await open({ token: 'secret-3', sessionToken: null });
  await makeLogOutOperator(deps)('secret-2');
  expect(await deps.pageAccess.findSession('#secret-2')).toBeNull();
  expect(await deps.pageAccess.findSession('#secret-4')).not.toBeNull();
});
