import { setTimeout as pause } from 'node:timers/promises';

/** Below the time-out of a test, so that what never comes does not keep the run from its end. */
const patienceMs = 200_000;

/** Waits until there is something, however slow the machine is, and answers it. Throws where it never comes. */
export async function until<T>(look: () => T | null | Promise<T | null>): Promise<T> {
  const lastLook = performance.now() + patienceMs;
  while (performance.now() < lastLook) {
    const found = await look();
    if (found !== null && found !== false) return found;
    await pause(10);
  }
  throw new Error('what was waited for did not come');
}
