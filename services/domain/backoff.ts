/** No attempt waits longer than this for the next one; a time further ahead was written by a clock that has since been set back. */
export const longestPauseMs = 300_000;

/**
 * When to try again after a failed attempt: doubles from 2 s to `longestPauseMs`, spread over half of the interval so that lanes do not come back all at once.
 * @param attempts attempts made, at least 1.
 * @param random from 0 to 1.
 * @returns milliseconds to wait.
 */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(2000 * 2 ** (attempts - 1), longestPauseMs);
  return Math.round(full / 2 + (full / 2) * random);
}

/**
 * After this many attempts a delivery becomes a case for a person: about 15 minutes of trying. One that reaches Odoo and gets no good answer has failed then;
 * one that cannot reach it goes on every five minutes.
 */
export const maxAttempts = 10;
