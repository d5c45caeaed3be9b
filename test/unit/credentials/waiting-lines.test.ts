import { expect, test } from '@jest/globals';
import { makeWaitingLines, type Waiting } from '../../../src/credentials/waiting-lines.js';

/** So many places; who begins and who is refused is noted by name, the first letter of which is the line. */
function begin(places: number) {
  const lines = makeWaitingLines(places);
  const told: string[] = [];
  const those = new Map<string, Waiting>();
  const join = (name: string): boolean => {
    const note = (what: string) => () => {
      told.push(`${what} ${name}`);
    };
    const it = { begin: note('begin'), refuse: note('refuse') };
    those.set(name, it);
    return lines.join(name.charAt(0), it);
  };
  const leave = (name: string) => {
    const it = those.get(name);
    if (it !== undefined) lines.leave(name.charAt(0), it);
  };
  const rest = () => {
    for (let next = lines.next(); next !== undefined; next = lines.next()) next.begin();
    return told;
  };
  const next = () => lines.next();
  return { join, leave, next, told, rest };
}

test('lines take turns, each in its own order', () => {
  const { join, rest } = begin(10);
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) join(name);
  const order = ['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'];
  expect(rest()).toEqual(order.map((it) => `begin ${it}`));
});

test('a line that comes anew waits for one of each other line, however long they are', () => {
  const { join, next, rest } = begin(10);
  for (const name of ['a1', 'a2', 'b1', 'b2']) join(name);
  next();
  join('c1');
  const order = ['b1', 'a2', 'c1', 'b2'];
  expect(rest()).toEqual(order.map((it) => `begin ${it}`));
});

test('the last of the longest line gives his place to a shorter line', () => {
  const { join, told, rest } = begin(3);
  for (const name of ['a1', 'a2', 'a3']) join(name);
  expect([join('a4'), join('b1')]).toEqual([false, true]);
  expect(told).toEqual(['refuse a3']);
  expect(join('b2')).toBe(false);
  expect(rest()).toEqual(['refuse a3', 'begin a1', 'begin b1', 'begin a2']);
});

test('nobody is refused in favour of a line as long as his', () => {
  const { join } = begin(2);
  expect(['a1', 'b1', 'c1', 'a2'].map(join)).toEqual([true, true, false, false]);
});

test('who leaves makes room, and leaving twice or from no line is nothing', () => {
  const { join, leave, rest } = begin(2);
  for (const name of ['a1', 'a2']) join(name);
  for (const name of ['a1', 'a1', 'x']) leave(name);
  expect([join('a3'), join('a4')]).toEqual([true, false]);
  expect(rest()).toEqual(['begin a2', 'begin a3']);
});

test('nobody is next where nobody waits', () => {
  expect(begin(0).next()).toBeUndefined();
  expect(begin(0).join('a1')).toBe(false);
});
