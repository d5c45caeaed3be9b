import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';

/**
 * The bytes of a body, of which there may be so many; `unreadable` where it broke off, or is not as long as it says. The
 * reader of Express takes a connection that the client has half-closed for one without a body.
 */
export async function readBytes(
  req: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'too_large' | 'unreadable'> {
  const length = req.headers['content-length'] ?? null;
  try {
    return await getRawBody(req, { limit: limitBytes, length });
  } catch (error) {
    const { type } = error as { readonly type?: unknown };
    return type === 'entity.too.large' ? 'too_large' : 'unreadable';
  }
}
