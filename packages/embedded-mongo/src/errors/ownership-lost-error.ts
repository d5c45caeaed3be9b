/**
 * The folder is no longer ours: somebody has taken it over while this process stood still, or it was removed. Never
 * answered to a client: the thread ends with it, so that nothing is acknowledged that the new owner does not have.
 */
export class OwnershipLostError extends Error {
  constructor() {
    super(
      'the database folder is no longer ours: another process took it over while this one stood still, or it was removed',
    );
    this.name = 'OwnershipLostError';
  }
}
