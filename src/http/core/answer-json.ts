import type { ServerResponse } from 'node:http';

const json = 'application/json; charset=utf-8';

/**
 * Answers once: whatever comes after an answer, such as the end of work that had timed out, is dropped. Does without
 * Express's `res.json`, which hashes each body for an ETag and reads the request again for a conditional answer.
 */
export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  answerText(res, status, { text: body === null ? '' : JSON.stringify(body) });
}

/** The same with JSON that is text already; without a body where it is empty. */
export function answerText(
  res: ServerResponse,
  status: number,
  { text, mediaType = json }: { readonly text: string; readonly mediaType?: string },
): void {
  if (res.headersSent || res.writableEnded) return;
  res.statusCode = status;
  if (text === '') {
    res.end();
    return;
  }
  res.setHeader('Content-Type', mediaType);
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}
