/** Why a command did not do what it was asked: one sentence for the operator. The process exits 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
