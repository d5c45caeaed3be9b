import { expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ownBuild, refuseOldBuilds } from '../support/fresh-build.js';
import { newFolder } from './server-in-process.js';

it("the owner is told when the database's thread dies, and can end with 1", async () => {
  refuseOldBuilds([ownBuild]);
  const { folder, remove } = await newFolder();
  const script = fileURLToPath(new URL('./dying-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([1, null]);
  await remove();
});
