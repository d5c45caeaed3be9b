import { expect, test } from '@jest/globals';
import { docsPage, pagePaths, startScript } from '../../../../src/http/docs/page.js';

test('the page asks for its parts here, by their version', () => {
  const html = docsPage('5.0.0 x');
  expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual([
    '/docs/assets/favicon-32x32.png?v=5.0.0%20x',
    '/docs/assets/swagger-ui.css?v=5.0.0%20x',
    '/docs/assets/swagger-ui-bundle.js?v=5.0.0%20x',
    pagePaths.start,
  ]);
});

test('it starts with our document and has it validated nowhere', () => {
  expect(startScript).toContain(`"url":"${pagePaths.document}"`);
  expect(startScript).toContain('"validatorUrl":null');
});
