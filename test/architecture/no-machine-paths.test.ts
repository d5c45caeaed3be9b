import { expect, test } from '@jest/globals';
import { filesBelow, linesMatching } from './source-files.js';

test('no file names a place on somebody’s machine', () => {
  const homes = ['home', 'root', 'Users', 'work'].join('|');
  const pattern = new RegExp(`(?<![\\w./:-])/(${homes})/\\w|\\b[A-Z]:\\\\\\\\?Users`);
  const binary = /\.(png|jpe?g|ico|woff2?|gz|jar|class)$/;
  const files = filesBelow('.').filter((it) => !binary.test(it));
  expect(files).toContain('package.json');
  expect(linesMatching(files, pattern)).toEqual([]);
});
