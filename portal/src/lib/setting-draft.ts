import { type Field, inSentence } from './setting-fields.ts';

// Settings while they are typed: between what is stored and what is sent.

/** What stands in a field. Of a secret that has a value: whether it stays, is replaced by what is typed, or goes. */
export interface Typed {
  readonly text: string;
  readonly isOn: boolean;
  readonly chosen: readonly string[];
  readonly secret: 'keep' | 'write' | 'remove';
}

export type Draft = Readonly<Record<string, Typed>>;
export type Settings = Readonly<Record<string, unknown>>;

const blank: Typed = { text: '', isOn: false, chosen: [], secret: 'write' };

function typedOf(field: Field, value: unknown): Typed {
  switch (field.kind) {
    case 'boolean':
      return { ...blank, isOn: value === true };
    case 'choices':
      return { ...blank, chosen: Array.isArray(value) ? value.map(String) : [] };
    case 'list':
      return { ...blank, text: Array.isArray(value) ? value.map(String).join('\n') : '' };
    case 'json':
      return { ...blank, text: value === undefined ? '' : JSON.stringify(value, null, 2) };
    default:
      return { ...blank, text: value === undefined || value === null ? '' : String(value) };
  }
}

/** @param stored the settings that are not secret @param secrets names of the secret ones that have a value */
export function draftOf(fields: readonly Field[], stored: Settings = {}, secrets: readonly string[] = []): Draft {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.isSecret) return [field.name, { ...blank, secret: secrets.includes(field.name) ? 'keep' : 'write' }];
      return [field.name, typedOf(field, stored[field.name] ?? field.usual)];
    }),
  );
}

/** What is offered for a new endpoint, by the names of its settings. @param offers by what the schema calls them */
export const offeredSettings = (
  fields: readonly Field[],
  offers: Readonly<Record<string, string | undefined>>,
): Settings =>
  Object.fromEntries(
    fields.flatMap(({ name, offer }): [string, string][] => {
      const value = offer === undefined ? undefined : offers[offer];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function parsed(text: string): { readonly value?: unknown; readonly isWrong: boolean } {
  try {
    return { value: JSON.parse(text) as unknown, isWrong: false };
  } catch {
    return { isWrong: true };
  }
}

/** A choice is of the type that its options have. */
const choiceOf = ({ isNumeric }: Field, text: string): unknown => (isNumeric ? Number(text) : text);

/** What was typed, as the contract takes it; undefined where nothing was. */
function typedValue(field: Field, { text, isOn, chosen }: Typed): unknown {
  switch (field.kind) {
    case 'boolean':
      return isOn;
    case 'choices':
      return chosen.length === 0 ? undefined : chosen.map((one) => choiceOf(field, one));
    case 'list': {
      const lines = linesOf(text);
      return lines.length === 0 ? undefined : lines;
    }
    case 'json':
      return text.trim() === '' ? undefined : parsed(text).value;
    case 'integer':
    case 'number':
      return text.trim() === '' ? undefined : Number(text);
    case 'choice':
      return text === '' ? undefined : choiceOf(field, text);
    case 'multiline':
      return text.trim() === '' ? undefined : text;
    case 'text':
      // Blanks at the ends come from copying; of a password they may be meant.
      return field.isSecret ? text || undefined : text.trim() || undefined;
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The settings as they are sent: what is as usual is left out unless it was stored, so that a better default reaches those who never chose. */
export function settingsOf(fields: readonly Field[], draft: Draft, stored: Settings = {}): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const typed = draft[field.name] ?? blank;
      if (field.isSecret && typed.secret === 'keep') return [];
      if (field.isSecret && typed.secret === 'remove') return [[field.name, null]];
      const value = typedValue(field, typed);
      if (value === undefined) return [];
      const isUsual = field.kind === 'boolean' ? (field.usual ?? false) === value : isSame(field.usual, value);
      return isUsual && !field.isRequired && !Object.hasOwn(stored, field.name) ? [] : [[field.name, value]];
    }),
  );
}

/** What can be seen to be wrong before anybody is asked, by the names of the fields; the hub knows the rest. */
export function wrongIn(fields: readonly Field[], draft: Draft): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const typed = draft[field.name] ?? blank;
      if (field.isSecret && typed.secret === 'keep') return [];
      if (field.kind === 'json' && typed.text.trim() !== '' && parsed(typed.text).isWrong)
        return [[field.name, 'This is no JSON. Check brackets, quotes and commas.']];
      const value = field.isSecret && typed.secret === 'remove' ? undefined : typedValue(field, typed);
      // Of secrets the hub may make one where none is given.
      if (value === undefined) return field.isRequired && !field.isSecret ? [[field.name, missingWords(field)]] : [];
      if (field.kind === 'integer' && !Number.isInteger(value)) return [[field.name, 'Enter a whole number.']];
      if (field.kind === 'number' && !Number.isFinite(value)) return [[field.name, 'Enter a number.']];
      return [];
    }),
  );
}

/** `Host name` → `Enter host name.`, `AS2 id` → `Enter AS2 id.` */
function missingWords({ title, kind }: Field): string {
  return `${kind === 'choice' || kind === 'choices' ? 'Choose' : 'Enter'} ${inSentence(title)}.`;
}

export const isChanged = (before: Draft, now: Draft): boolean => !isSame(before, now);
