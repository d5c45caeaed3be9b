const HEADER_BYTES = 16;
const OP_MSG = 2013;
const OP_REPLY = 1;
const MORE_TO_COME = 2;

let lastRequestId = 0;

type Encoded = { readonly parts: readonly Uint8Array[]; readonly length: number };

/**
 * The bytes of a reply to a message: OP_MSG, or OP_REPLY for a message of the old kind. With `hasMore` another one follows
 * it, as an answer to this one.
 */
export function replyBytes(
  to: { readonly requestId: number; readonly isLegacy: boolean; readonly hasMore?: boolean },
  encoded: Encoded,
): Buffer {
  const headBytes = HEADER_BYTES + (to.isLegacy ? 20 : 5);
  const message = Buffer.allocUnsafe(headBytes + encoded.length);
  lastRequestId = (lastRequestId + 1) & 0x7fff_ffff;
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(lastRequestId, 4);
  message.writeInt32LE(to.requestId, 8);
  message.writeInt32LE(to.isLegacy ? OP_REPLY : OP_MSG, 12);
  message.fill(0, HEADER_BYTES, headBytes);
  if (to.hasMore === true) message.writeUInt32LE(MORE_TO_COME, HEADER_BYTES);
  // OP_REPLY: "await capable", then a cursor id and a starting point of zero, and one document.
  if (to.isLegacy) {
    message.writeInt32LE(8, HEADER_BYTES);
    message.writeInt32LE(1, HEADER_BYTES + 16);
  }
  let position = headBytes;
  for (const part of encoded.parts) {
    message.set(part, position);
    position += part.length;
  }
  return message;
}
