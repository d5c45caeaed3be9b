import { expect, test } from '@jest/globals';
import { makeProgress } from '../../../src/cli/progress.js';

function shownOn(isTTY: boolean): readonly string[] {
  const written: string[] = [];
  const progress = makeProgress({ isTTY, write: (text) => written.push(text) });
  progress.clear();
  progress.show('1,000 lines');
  progress.show('2,000 lines');
  progress.clear();
  return written;
}

test('a terminal shows how far a command is, not every step of it, and is left clean', () => {
  const erase = '\r\u001B[K';
  expect(shownOn(true)).toEqual([`${erase}1,000 lines`, erase]);
});

test('where nobody looks on nothing is shown', () => {
  expect(shownOn(false)).toEqual([]);
});
