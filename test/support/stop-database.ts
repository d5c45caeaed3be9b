import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';

type Started = { child: ChildProcess; folder: string };

/** Ends the server that `start-database.ts` started, and removes its folder. */
// eslint-disable-next-line no-restricted-syntax -- jest's own contract for a global tear-down
export default async function stopDatabase(): Promise<void> {
  const { embeddedMongo } = globalThis as typeof globalThis & { embeddedMongo?: Started };
  if (embeddedMongo === undefined) return;
  embeddedMongo.child.kill('SIGTERM');
  await once(embeddedMongo.child, 'exit');
  await rm(embeddedMongo.folder, { recursive: true, force: true });
}
