import { expect, test } from '@jest/globals';
import { makeChooseConsoleLanguage } from '../../../../src/application/operators/choose-console-language.js';
import { insertSession, operatorWorld } from './operator-world.js';

test('A language that is chosen stays with the session', async () => {
  const { deps, insert } = operatorWorld();
  const { id } = await insert();
  await insertSession(deps, id, 'open');
  await makeChooseConsoleLanguage(deps)('open', 'sv');
  expect(await deps.pageAccess.findSession('#open')).toMatchObject({ locale: 'sv' });
});
