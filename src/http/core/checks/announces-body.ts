import type { IncomingHttpHeaders } from 'node:http';

/** Whether a body comes behind these headers; of one that comes in chunks it may turn out that there is nothing in it. */
export function announcesBody(headers: IncomingHttpHeaders): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}
