/** Why the embedded server cannot be used. */
export type EmbeddedMongoReason =
  | 'folder_in_use'
  | 'folder_damaged'
  | 'folder_not_writable'
  | 'port_in_use'
  | 'disk_full'
  | 'not_supported'
  | 'failed';

/** The embedded server did not start; the message is one sentence for the person who started it. */
export class EmbeddedMongoError extends Error {
  readonly reason: EmbeddedMongoReason;

  constructor(reason: EmbeddedMongoReason, message: string) {
    super(message);
    this.name = 'EmbeddedMongoError';
    this.reason = reason;
  }
}
