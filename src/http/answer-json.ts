import type { ServerResponse } from 'node:http';

/**
 * Answers once: whatever comes after an answer, such as the end of work that had timed out, is dropped. Does without
 * Express's `res.json`, which hashes each body for an ETag and reads the request again for a conditional answer.
 */
export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent || res.writableEnded) return;
  const text = JSON.stringify(body);
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}
