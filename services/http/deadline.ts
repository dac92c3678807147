import { CodedError } from '../domain/errors.ts';

/**
 * Waits for `work` for `ms` at most. Work that is late goes on to its own end, unless it heeds the signal; nobody hears of its outcome.
 * @throws what `late` makes.
 */
export async function within<T>(
  ms: number,
  late: () => CodedError,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  const controller = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = late();
    controller.abort(error);
    reject(error);
  }, ms);
  try {
    return await Promise.race([work(controller.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
}

export const bodyTooSlow = () => new CodedError('http.body-too-slow');
export const noAnswer = () => new CodedError('store.no-answer');
