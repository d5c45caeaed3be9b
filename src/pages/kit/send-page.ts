import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import type { PageAnswer } from './page-route.js';
import { statusOfFailure } from './page-route.js';
import type { Framing, Surface } from './surface.js';

/** Writes an answer out. What cannot be rendered throws before anything is sent. */
export function sendPage<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  answer: PageAnswer,
  { res, framing }: { readonly res: Response; readonly framing: Framing<Visitor, Nobody> },
): void {
  const { cookies = [] } = 'cookies' in answer ? answer : {};
  switch (answer.answer) {
    case 'see':
    case 'moved':
      for (const it of cookies) res.append('Set-Cookie', it);
      res.redirect(answer.answer === 'see' ? 303 : 302, answer.path);
      return;
    case 'file':
      sendFile(res, answer);
      return;
    case 'failed': {
      const status = statusOfFailure[answer.failure];
      const content = surface.failurePage(answer.failure, framing);
      sendPage(surface, { answer: 'page', status, content, cookies }, { res, framing });
      return;
    }
    case 'page': {
      const html = `<!doctype html>${renderToString(surface.frame(answer.content, framing))}`;
      for (const it of cookies) res.append('Set-Cookie', it);
      if (answer.status === 503 || answer.status === 429) {
        res.setHeader('Retry-After', String(answer.retryAfterSeconds ?? 2));
      }
      res.status(answer.status).type('html').send(html);
    }
  }
}

function sendFile(res: Response, answer: Extract<PageAnswer, { readonly answer: 'file' }>): void {
  const { contentType, bytes, saveAs, maxAgeSeconds } = answer;
  if (saveAs !== undefined) res.attachment(saveAs);
  if (maxAgeSeconds !== undefined) {
    res.setHeader('Cache-Control', `private, max-age=${String(maxAgeSeconds)}`);
  }
  res.setHeader('Content-Type', contentType);
  res.send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
}
