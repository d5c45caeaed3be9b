import { expect, test } from '@jest/globals';
import { csvLines } from '../../../../src/pages/kit/csv.js';

test('A line of a file quotes what would end a cell', () => {
  expect(csvLines([['a', 'b,c', 'd"e', 'f\ng', '']])).toBe('a,"b,c","d""e","f\ng",\r\n');
});

test('A cell that a spreadsheet would run is shown instead', () => {
  for (const start of ['=', '+', '-', '@', '\t']) {
    expect(csvLines([[`${start}1+1`]])).toBe(`'${start}1+1\r\n`);
  }
  expect(csvLines([['\r=1']])).toBe(`"'\r=1"\r\n`);
  expect(csvLines([['1=1']])).toBe('1=1\r\n');
});
