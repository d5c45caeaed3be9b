import { expect, test } from '@jest/globals';
import {
  brandFaults,
  isSupportUrl,
  languageFaults,
  portalFaults,
} from '../../../../src/domain/portal/page-settings-faults.js';
import { defaultPortalSettings } from '../../../../src/domain/portal/portal-settings.js';

test.each([
  [{}, []],
  [{ returnUrls: ['https://a.test/', 'http://a.test/'] }, [['returnUrls', 'not_https']]],
  [{ returnUrls: Array<string>(21).fill('https://a.test/') }, [['returnUrls', 'too_many']]],
  [{ offer: Array<string>(51).fill('a') }, [['offer', 'too_many']]],
  [{ offer: ['a'.repeat(51)] }, [['offer', 'bad_code']]],
  [{ withdrawalDays: 31 }, [['withdrawalDays', 'out_of_range']]],
  [{ withdrawalDays: -1 }, [['withdrawalDays', 'out_of_range']]],
  [{ withdrawalDays: 1.5 }, [['withdrawalDays', 'out_of_range']]],
  [{ support: { text: 'x', url: 'https://a.test/' } }, []],
  [{ support: { text: '', url: null } }, [['supportText', 'bad_text']]],
  [{ support: { text: 'x', url: 'http://a.test/' } }, [['supportUrl', 'not_https']]],
])('A portal with %j has the faults %j', (edits, faults) => {
  const found = portalFaults({ ...defaultPortalSettings, ...edits });
  expect(found.map((it) => [it.field, it.fault])).toEqual(faults);
});

test('A brand has a name that is not too long, and an accent that is a colour', () => {
  expect(brandFaults({ name: null, accent: null })).toEqual([]);
  expect(brandFaults({ name: 'a'.repeat(256), accent: 'red' }).map((it) => it.field)).toEqual([
    'brandName',
    'accent',
  ]);
});

test('Pages are in a language at least, and in none twice', () => {
  expect(languageFaults(['sv', 'en'])).toEqual([]);
  expect(languageFaults([])).toMatchObject([{ fault: 'none' }]);
  expect(languageFaults(['sv', 'sv'])).toMatchObject([{ fault: 'twice' }]);
  expect(isSupportUrl(`https://a.test/${'a'.repeat(2_000)}`)).toBe(false);
});
