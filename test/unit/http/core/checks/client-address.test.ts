import { describe, expect, test } from '@jest/globals';
import {
  clientAddressOf,
  readAddress,
} from '../../../../../src/http/core/checks/client-address.js';
import { comingFrom, makeExchange } from '../../../../support/http-exchange.js';

function addressOf(peer: string | undefined, forwarded?: string, trusted = ['10.0.0.0/8']): string {
  const headers: Record<string, string> =
    forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const exchange = makeExchange({ headers });
  comingFrom(exchange, peer, trusted);
  return clientAddressOf(exchange.req).text;
}

describe('An address is read as proxies write it', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:0201', '192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:4711', '192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:1::5', '2001:db8:0:1::5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['[2001:db8::5]', '2001:db8::5', '2001:db8:0:0::/64'],
    ['[2001:db8::5]:4711', '2001:db8::5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80::1', 'fe80:0:0:0::/64'],
    ['[fe80::1%25eth0]:80', 'fe80::1', 'fe80:0:0:0::/64'],
  ])('%s', (written, text, network) => {
    expect(readAddress(written)).toEqual({ text, network });
  });

  const none = [
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.1.5',
    '192.0.2.256',
    '192.0.2.1:',
    '192.0.2.1:x',
    '192.0.2.1:123456',
    '0300.0.2.1',
    '0x7f000001',
    '2130706433',
    '[192.0.2.1',
    '2001:db8::5]:80',
    '2001:db8::5::6',
    "'192.0.2.1'",
    'x'.repeat(50_000),
    '%'.repeat(50_000),
    '['.repeat(50_000),
  ];
  test.each(none.map((it) => ({ it, shown: it.slice(0, 20) })))(
    '"$shown" is none',
    ({ it: written }) => {
      expect(readAddress(written)).toBeNull();
    },
  );
});

describe('A request comes from', () => {
  const ours = '10.0.0.1';
  test.each([
    {
      who: 'its peer where that is no proxy of ours',
      peer: '7.7.7.7',
      says: '9.9.9.9',
      is: '7.7.7.7',
    },
    { who: 'its peer where it says nothing', peer: ours, says: undefined, is: ours },
    { who: 'who a proxy of ours says', peer: ours, says: '7.7.7.7', is: '7.7.7.7' },
    {
      who: 'the right-most not ours',
      peer: ours,
      says: '9.9.9.9, 7.7.7.7, 10.0.0.2',
      is: '7.7.7.7',
    },
    {
      who: 'the same, whatever its port',
      peer: ours,
      says: '9.9.9.9, 7.7.7.7:4711',
      is: '7.7.7.7',
    },
    { who: 'the first where all are ours', peer: ours, says: '10.0.0.3, 10.0.0.2', is: '10.0.0.3' },
    { who: 'a proxy that passes rubbish on', peer: ours, says: '7.7.7.7, rubbish', is: ours },
    { who: 'a proxy that passes nothing on', peer: ours, says: '7.7.7.7, ', is: ours },
    {
      who: 'the proxy before it, too',
      peer: '::ffff:10.0.0.1',
      says: 'x, 10.0.0.2',
      is: '10.0.0.2',
    },
    { who: 'nowhere when its connection is gone', peer: undefined, says: '7.7.7.7', is: '' },
  ])('$who', ({ peer, says, is }) => {
    expect(addressOf(peer, says)).toBe(is);
  });

  test('its peer where there is no proxy of ours at all', () => {
    expect(addressOf('10.0.0.1', '192.0.2.1', [])).toBe('10.0.0.1');
  });
});
