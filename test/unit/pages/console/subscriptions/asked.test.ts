import { expect, test } from '@jest/globals';
import { askedList, listAddress } from '../../../../../src/pages/console/subscriptions/asked.js';

const group = '56e1741a6fc9365306000041';

test('An address without anything asks for all', () => {
  expect(askedList({})).toEqual({
    shown: {},
    query: {
      ...{ named: null, state: null, needs: null, packageCode: null, groupId: null, dueDay: null },
    },
    before: null,
  });
});

test('What stands in the address is asked for, and shown as it stands there', () => {
  const sent = {
    ...{ q: ' S-1 ', state: 'cancelled', package: 'basic', group, due: '1970-02-01' },
    ...{ needs: 'set_aside', before: group },
  };
  const { shown, query, before } = askedList(sent);
  expect(shown).toEqual({
    ...{ q: 'S-1', state: 'cancelled', package: 'basic', group, due: '1970-02-01' },
    needs: 'set_aside',
  });
  expect(query).toEqual({
    ...{ named: 'S-1', state: 'cancelled', packageCode: 'basic', groupId: group, dueDay: 31 },
    needs: 'set_aside',
  });
  expect(before).toBe(group);
});

test('What means nothing is as if it were not asked', () => {
  const { shown } = askedList({ q: ' ', state: 'x', due: '2027-02-30', needs: '', package: '' });
  expect(shown).toEqual({});
});

test('The address of a list says what is asked and no more', () => {
  expect(listAddress('/here', {})).toBe('/here');
  expect(listAddress('/here', { q: 'a b&c' }, { format: 'csv' })).toBe(
    '/here?q=a+b%26c&format=csv',
  );
});
