import { describe, expect, test } from '@jest/globals';
import { defaultPortalSettings, defaultBrand } from '../../../src/domain/portal/portal-settings.js';
import { fileDraft } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(20),
]);
const webp = Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ');

const withMember = (name: string, value: unknown) =>
  fileDraft.with(`organisation.${name}`, value).text();
const pagesOf = (name: string, value: unknown) =>
  parsed(withMember(name, value)).organisation.pages;
const faultOf = (name: string, value: unknown) => faultsOf(withMember(name, value));

describe('A file', () => {
  test('says nothing of pages where it is silent', () => {
    expect(parsed(fileDraft.text()).organisation).not.toHaveProperty('pages');
  });

  test('gives a portal as by default, but for what it says', () => {
    expect(pagesOf('portal', {})).toEqual({ portal: defaultPortalSettings });
    const said = {
      enabled: false,
      return_urls: ['https://a.test/account', 'http://localhost:3000/'],
      wording: 'business',
      offer: ['basic'],
      behaviour: 'explicit',
      show_documents: false,
      withdrawal_days: 30,
      cancellation_page: false,
      apply_clear_cancellations: false,
      support: { text: 'Call us', url: 'https://a.test/help' },
    };
    expect(pagesOf('portal', said)).toEqual({
      portal: {
        enabled: false,
        returnUrls: ['https://a.test/account', 'http://localhost:3000/'],
        wording: 'business',
        offer: ['basic'],
        behaviour: 'explicit',
        showDocuments: false,
        withdrawalDays: 30,
        cancellationPage: false,
        applyClearCancellations: false,
        support: { text: 'Call us', url: 'https://a.test/help' },
      },
    });
  });

  test('gives a brand, with a picture in base64', () => {
    expect(pagesOf('brand', {})).toEqual({ brand: defaultBrand });
    for (const [type, bytes] of [
      ['image/png', png],
      ['image/webp', webp],
    ] as const) {
      const logo = { type, base64: bytes.toString('base64') };
      const brand = { name: 'A', logo, accent: '#0F62fe', corner: 'square' };
      expect(pagesOf('brand', brand)).toEqual({ brand });
    }
  });

  test('gives languages, and whether prices include VAT', () => {
    expect(pagesOf('languages', ['sv', 'en'])).toEqual({ languages: ['sv', 'en'] });
    for (const said of [true, false, null]) {
      expect(pagesOf('prices_include_vat', said)).toEqual({ pricesIncludeVat: said });
    }
  });

  test('gives what a package is, in the languages that it says', () => {
    const said = { en: 'News', de: 'Nachrichten' };
    const text = fileDraft.with('packages.0.description', said).text();
    expect(parsed(text).packages.map((it) => it.package.description)).toEqual([said, {}]);
  });
});

describe('A fault of a file is', () => {
  const urls = (...given: string[]) => ({ return_urls: given });
  const logo = (type: string, bytes: Buffer) => ({
    logo: { type, base64: bytes.toString('base64') },
  });
  const tooLarge = Buffer.concat([png, Buffer.alloc(100_001 - png.length)]);

  test.each([
    ['portal', { other: 1 }, 'portal.other: is not a member known here'],
    [
      'portal',
      urls('http://a.test/'),
      'portal.return_urls[0]: must begin with https://, or http:// on this machine',
    ],
    ['portal', urls('https://a.test/', 'a.test'), 'portal.return_urls[1]: must be a web address'],
    [
      'portal',
      urls('https://u@a.test/'),
      'portal.return_urls[0]: must hold no user name and no password',
    ],
    [
      'portal',
      urls('https://a.test/?x'),
      'portal.return_urls[0]: must hold no query and no fragment',
    ],
    [
      'portal',
      urls('https://a.test/#x'),
      'portal.return_urls[0]: must hold no query and no fragment',
    ],
    [
      'portal',
      urls(`https://a.test/${'a'.repeat(2_000)}`),
      'portal.return_urls[0]: must be at most 2000 characters long',
    ],
    [
      'portal',
      urls(...Array.from({ length: 21 }, () => 'https://a.test/')),
      'portal.return_urls: must be at most 20 long',
    ],
    [
      'portal',
      { offer: Array.from({ length: 51 }, () => 'basic') },
      'portal.offer: must be at most 50 long',
    ],
    ['portal', { withdrawal_days: 31 }, 'portal.withdrawal_days: must be at most 30'],
    ['portal', { withdrawal_days: -1 }, 'portal.withdrawal_days: must be at least 0'],
    ['portal', { wording: 'other' }, 'portal.wording: must be one of consumer, business'],
    [
      'portal',
      { support: { text: 'a'.repeat(501) } },
      'portal.support.text: must be at most 500 characters long',
    ],
    [
      'portal',
      { support: { text: '' } },
      'portal.support.text: must be at least 1 characters long',
    ],
    [
      'portal',
      { support: { text: 'a', url: 'http://a.test/' } },
      'portal.support.url: must be a web address that begins with https://',
    ],
    ['brand', { accent: 'red' }, 'brand.accent: must be a colour, such as #0f62fe'],
    ['brand', { corner: 'sharp' }, 'brand.corner: must be one of square, round'],
    ['brand', logo('image/gif', png), 'brand.logo.type: must be one of image/png, image/webp'],
    ['brand', logo('image/png', webp), 'brand.logo.base64: must be a picture of type image/png'],
    ['brand', logo('image/webp', png), 'brand.logo.base64: must be a picture of type image/webp'],
    [
      'brand',
      logo('image/png', Buffer.from('<svg onload=alert(1)>')),
      'brand.logo.base64: must be a picture of type image/png',
    ],
    ['brand', logo('image/png', tooLarge), 'brand.logo.base64: must be at most 100000 bytes'],
    [
      'brand',
      { logo: { type: 'image/png', base64: 'a b' } },
      'brand.logo.base64: must be base64 without line ends',
    ],
    ['languages', [], 'languages: must be at least 1 long'],
    ['languages', ['en', 'fr'], 'languages[1]: must be one of en, sv, de'],
    ['languages', ['en', 'en'], 'languages: must not name a language twice'],
    ['prices_include_vat', 'yes', 'prices_include_vat: must be true or false'],
  ])('in %s %#', (name, value, fault) => {
    expect(faultOf(name, value)).toEqual([`organisation.${fault}`]);
  });

  test.each([
    [{ en: 'a'.repeat(501) }, 'description.en: must be at most 500 characters long'],
    [{ en: '' }, 'description.en: must be at least 1 characters long'],
    [{ fr: 'a' }, 'description.fr: is not a member known here'],
  ])('in a description %#', (value, fault) => {
    const text = fileDraft.with('packages.0.description', value).text();
    expect(faultsOf(text)).toEqual([`packages[0].${fault}`]);
  });
});
