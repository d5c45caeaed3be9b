import { expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { PageAnswer } from '../../../../../src/pages/kit/page-route.js';
import { makePortalFailurePage } from '../../../../../src/pages/portal/failure-page.js';
import { makePortalFrame } from '../../../../../src/pages/portal/frame.js';
import { makePackage } from '../../../../support/organisation.js';
import { choicesIn, hiddenIn } from '../../../../support/page-text.js';
import { htmlOf, startPortalPages } from '../../../../support/portal-pages.js';

const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>{x}';
const described = { en: script, sv: script, de: script };
const assets = { folder: '', addressOf: (name: string) => `/assets/${name}` };

test.each(['en', 'sv', 'de'] as const)(
  'Script in a name, a label, a description or a text is text on every page in %s',
  async (language) => {
    const world = await startPortalPages({
      language,
      live: false,
      packages: [
        makePackage('basic', { price: 10_000, name: script, description: described }),
        makePackage('digital', { price: 20_000, name: script, description: described }),
      ],
      tiers: [
        { code: 'basic', label: script },
        { code: 'digital', label: script, changeTiming: 'end_of_period' },
      ],
      portal: { support: { text: script, url: 'javascript:alert(1)' } },
      pages: {
        brand: { name: script, logo: null, accent: null, corner: 'round' },
        languages: ['en', 'sv', 'de'],
      },
      visit: { returnUrl: 'javascript:alert(1)' },
    });
    const product = await world.subscribe({ edits: { tierId: world.tierOf('basic').id } });
    const frame = makePortalFrame(assets, true);
    const framing = world.visitBy(product, { path: `/portal?${script}` });
    const whole = (answer: PageAnswer): string => {
      if (answer.answer !== 'page') throw new Error(JSON.stringify(answer));
      return renderToString(frame(answer.content, framing));
    };
    const pages: PageAnswer[] = [];
    const see = async (...asked: Parameters<typeof world.ask>) => {
      const answer = await world.ask(...asked);
      pages.push(answer);
      return answer;
    };
    await see('home', product);
    await see('subscription', product);
    const choice = choicesIn(htmlOf(await see('change', product)))[0] ?? '';
    const confirm = htmlOf(await see('confirm', product, { query: { choice } }));
    const seen = { seenNow: script, seenThen: script, seenWhen: script };
    const form = { ...hiddenIn(confirm), ...seen };
    await see('order', product, { form: { ...form, quote: script } });
    const ordered = await world.ask('order', product, { form });
    const changeId = ordered.answer === 'see' ? (ordered.path.split('/').at(-1) ?? '') : '';
    await see('receipt', product, { params: { changeId } });
    await see('undo', product, { params: { changeId } });
    await see('subscription', product);
    await see('home', product);
    await see('cancel', product);
    const failurePage = makePortalFailurePage(true);
    for (const failure of ['unknown_page', 'unavailable'] as const) {
      pages.push({ answer: 'page', status: 404, content: failurePage(failure, framing) });
    }
    const file = await world.ask('receipt', product, {
      params: { changeId },
      query: { download: '1' },
    });
    const texts = [...pages.map(whole), file.answer === 'file' ? String(file.bytes) : ''];
    expect(texts).toHaveLength(13);
    for (const html of texts) {
      expect(html).not.toMatch(/<script>|<img|javascript:/);
      expect(html).not.toMatch(/="[^"]*<script/);
      expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    }
  },
);
