import { describe, expect, test } from '@jest/globals';
import { defaultBrand } from '../../../../src/domain/portal/portal-settings.js';
import { brandStyle, brandVersion } from '../../../../src/pages/portal/brand-files.js';

describe('The colours of a brand', () => {
  test('are its accent, with text that can be read on it, and its corners', () => {
    const style = brandStyle({ ...defaultBrand, accent: '#004488', corner: 'square' });
    expect(style).toBe(':root{--accent:#004488;--on-accent:#ffffff;--corner:0}');
  });

  test('are ours where it has none', () => {
    expect(brandStyle(defaultBrand)).toBe(':root{--corner:8px}');
  });

  test('have another version when anything of the brand is another', () => {
    const versions = [
      defaultBrand,
      { ...defaultBrand, name: 'A' },
      { ...defaultBrand, accent: '#004488' },
    ].map(brandVersion);
    expect(new Set(versions).size).toBe(3);
    expect(versions.every((it) => /^[\da-f]{12}$/.test(it))).toBe(true);
    expect(brandVersion({ ...defaultBrand })).toBe(versions[0]);
  });
});
