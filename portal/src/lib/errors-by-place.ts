import type { Problem } from './contract.ts';

/** What is wrong with each place of a request, by place: `body/identities/production/0/id`. */
export function errorsByPlace(error: unknown): Readonly<Record<string, string>> {
  const { errors = [] } = (error ?? {}) as Partial<Problem>;
  return Object.fromEntries(errors.map(({ place, message }) => [place, message]));
}
