import { describe, expect, test } from '@jest/globals';
import { accentText } from '../../../../src/domain/portal/accent-text.js';

describe('Text on an accent', () => {
  test.each([
    ['#0f62fe', '#ffffff'],
    ['#0F62FE', '#ffffff'],
    ['#000000', '#ffffff'],
    ['#ffd100', '#000000'],
    ['#ffffff', '#000000'],
    ['#767676', '#000000'],
    ['#757575', '#ffffff'],
  ])('on %s is %s', (accent, text) => {
    expect(accentText(accent)).toBe(text);
  });

  test.each([
    '',
    '0f62fe',
    '#0f62f',
    '#0f62fe0',
    '#fff',
    'red',
    '#0g62fe',
    ' #0f62fe',
    '#0f62fe\n',
  ])('is none on %j, which is no colour', (accent) => {
    expect(accentText(accent)).toBeNull();
  });
});
