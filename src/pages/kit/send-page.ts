import type { Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { type PageAnswer, statusOfFailure } from './page-route.js';
import type { Framing, Surface } from './surface.js';

type Answer<Kind extends PageAnswer['answer']> = Extract<PageAnswer, { readonly answer: Kind }>;

/** Writes an answer out. What cannot be rendered throws before anything is sent. */
export function sendPage<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  answer: PageAnswer,
  { res, framing }: { readonly res: Response; readonly framing: Framing<Visitor, Nobody> },
): void {
  switch (answer.answer) {
    case 'see':
    case 'moved':
      setCookies(res, answer);
      res.redirect(answer.answer === 'see' ? 303 : 302, answer.path);
      return;
    case 'abroad':
      setCookies(res, answer);
      res.redirect(303, answer.address);
      return;
    case 'file':
      sendFile(res, answer);
      return;
    case 'failed':
      sendDocument(res, failurePage(surface, answer, framing), (content) =>
        surface.frame(content, framing),
      );
      return;
    case 'page':
      sendDocument(res, answer, (content) => surface.frame(content, framing));
  }
}

function failurePage<Visitor, Nobody>(
  surface: Surface<Visitor, Nobody>,
  { failure, ...rest }: Answer<'failed'>,
  framing: Framing<Visitor, Nobody>,
): Answer<'page'> {
  const content = surface.failurePage(failure, framing);
  return { ...rest, answer: 'page', status: statusOfFailure[failure], content };
}

function sendDocument(
  res: Response,
  answer: Answer<'page'>,
  frame: (content: Answer<'page'>['content']) => Parameters<typeof renderToString>[0],
): void {
  const { content, status, retryAfterSeconds = 2 } = answer;
  const html = `<!doctype html>${renderToString(frame(content))}`;
  setCookies(res, answer);
  if (status === 503 || status === 429) res.setHeader('Retry-After', String(retryAfterSeconds));
  res.status(status).type('html').send(html);
}

function setCookies(res: Response, { cookies = [] }: { readonly cookies?: readonly string[] }) {
  for (const it of cookies) res.append('Set-Cookie', it);
}

function sendFile(res: Response, answer: Answer<'file'>): void {
  const { contentType, bytes, saveAs, maxAgeSeconds } = answer;
  setCookies(res, answer);
  if (saveAs !== undefined) res.attachment(saveAs);
  if (maxAgeSeconds !== undefined) {
    res.setHeader('Cache-Control', `private, max-age=${String(maxAgeSeconds)}`);
  }
  res.setHeader('Content-Type', contentType);
  res.send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
}
