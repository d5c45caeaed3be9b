import { describe, expect, test } from '@jest/globals';
import { groupLimits, groupTextFault } from '../../../../src/domain/catalogue/group-limits.js';

describe('The label of a tier', () => {
  test('has so many characters at most, an emoji being one', () => {
    const most = groupLimits.labelLength;
    expect(groupTextFault('😀'.repeat(most), most)).toBeNull();
    expect(groupTextFault('😀'.repeat(most + 1), most)).toBe('too_long');
    expect(groupTextFault('x'.repeat(most), most)).toBeNull();
    expect(groupTextFault('x'.repeat(most + 1), most)).toBe('too_long');
  });

  test.each(['a\tb', 'a\u007f', '\ud800'])('is no text that cannot be printed: %j', (text) => {
    expect(groupTextFault(text, 100)).toBe('unprintable');
  });
});
