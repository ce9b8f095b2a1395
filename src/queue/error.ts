/** A queue that cannot begin or go on; the message says what would help. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}
