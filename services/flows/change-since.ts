import { isDeepStrictEqual } from 'node:util';
import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import type { Settings } from './endpoint-settings.ts';

interface Named {
  readonly name: string;
  readonly settings: Settings;
}

interface Change {
  readonly name?: string | undefined;
  readonly settings?: Settings | undefined;
  readonly insteadOf?:
    | Partial<Named>
    | { readonly name?: string | undefined; readonly settings?: Settings | undefined }
    | undefined;
}

/**
 * A change of name and settings on top of what somebody else changed since its author looked: each keeps what the author left alone.
 * @throws CodedError `http.conflict` that names each setting which both have changed
 */
export function changeSince(
  { name, settings, insteadOf = {} }: Change,
  now: Named,
  secrets: readonly string[],
): { readonly name: string; readonly settings?: Settings } {
  const issues: ValidationIssue[] = [];
  const chosen = (place: string, mine: unknown, seen: unknown, present: unknown): unknown => {
    if (isDeepStrictEqual(mine, seen)) return present;
    if (!isDeepStrictEqual(present, seen) && !isDeepStrictEqual(present, mine))
      issues.push({ place, message: `was changed since you saw it. It says now: ${shown(present)}` });
    return mine;
  };
  const newName =
    name === undefined || insteadOf.name === undefined
      ? (name ?? now.name)
      : (chosen('body/name', name, insteadOf.name, now.name) as string);
  const { settings: seen } = insteadOf;
  if (settings === undefined || seen === undefined) {
    refuse(issues);
    return { name: newName, ...(settings && { settings }) };
  }
  const keys = new Set([...Object.keys(settings), ...Object.keys(seen), ...Object.keys(now.settings)]);
  const merged = [...keys].flatMap((key): [string, unknown][] => {
    const value = chosen(`body/settings/${key}`, settings[key], seen[key], now.settings[key]);
    return value === undefined ? [] : [[key, value]];
  });
  // A password is for what its author saw beside it, such as a host.
  if (!isDeepStrictEqual(seen, now.settings))
    for (const one of secrets.filter((secret) => settings[secret] !== undefined && settings[secret] !== null))
      issues.push({
        place: `body/settings/${one}`,
        message: 'was typed beside other settings, which somebody changed since',
      });
  refuse(issues);
  return { name: newName, settings: Object.fromEntries(merged) };
}

function refuse(errors: readonly ValidationIssue[]): void {
  if (errors.length === 0) return;
  throw new CodedError('http.conflict', {
    detail:
      'Somebody else changed the same settings since you saw them. Nothing was changed now, and what you typed is still here.',
    errors: [...errors],
  });
}

const shown = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? value.slice(0, 200)
      : JSON.stringify(value).slice(0, 200);
