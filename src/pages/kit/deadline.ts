/** The work behind a page took longer than a visitor waits. It may go on, and its answer is dropped. */
export class PageDeadlineError extends Error {
  override readonly name = 'PageDeadlineError';
}

/** What the work comes to, or a `PageDeadlineError` after so many milliseconds. */
export async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new PageDeadlineError('a page took too long'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
