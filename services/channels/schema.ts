import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

// What the settings of each channel are: `specs/channels/<name>.schema.json`. Settings with `x-secret` are sealed and never shown.

export interface ChannelSchema {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
}

/** A setting that does not fit. */
export interface WrongSetting {
  /** Name of the setting; empty where it is all of them together. */
  readonly setting: string;
  readonly message: string;
}

/** What a schema says besides JSON Schema. `x-secret`: sealed, never shown. `x-bound-to`: settings that say where a secret is sent; it has to be given again when one of them changes. `x-group`: heading of its part of the form. `x-advanced`: folded away. `x-multiline`: several lines. `x-titles`: what people call the values of an enum. `x-form`: what its `pattern` asks for, in words. `x-usual`: what a form may offer for a new endpoint. */
const hints = [
  'x-secret',
  'x-bound-to',
  'x-group',
  'x-advanced',
  'x-multiline',
  'x-titles',
  'x-form',
  'x-usual',
] as const;

const folder = new URL('../../specs/channels/', import.meta.url);
const checks = new WeakMap<ChannelSchema, ValidateFunction>();

/** The schema of a channel. @throws when there is none of this name */
export const readSchema = (channel: string): ChannelSchema =>
  JSON.parse(readFileSync(new URL(`${channel}.schema.json`, folder), 'utf8')) as ChannelSchema;

/** Names of the settings of a channel that are sealed. */
export const secretSettings = (schema: ChannelSchema): readonly string[] =>
  Object.entries(schema.properties).flatMap(([name, one]) => (one['x-secret'] === true ? [name] : []));

/** Those of the settings that say where a secret is sent. */
export const boundTo = (schema: ChannelSchema, secret: string): readonly string[] =>
  (schema.properties[secret]?.['x-bound-to'] ?? []) as readonly string[];

/** The machine that a setting names: of an address its origin, of anything else its value. */
export function placeNamed(schema: ChannelSchema, setting: string, value: unknown): string {
  const text = String(value ?? schema.properties[setting]?.default ?? '');
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : text;
}

/** Everything about settings that does not fit the schema of their channel. */
export function wrongSettings(schema: ChannelSchema, settings: unknown): readonly WrongSetting[] {
  const check = checks.get(schema) ?? compile(schema);
  checks.set(schema, check);
  return check(settings) ? [] : (check.errors ?? []).map((error) => wordsOf(error, schema));
}

function compile(schema: ChannelSchema): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, keywords: [...hints] });
  // `default` of the module namespace: the package is CommonJS and says so only at run time.
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv.compile(schema);
}

function wordsOf(
  { instancePath, keyword, params, message = 'does not fit' }: ErrorObject,
  schema: ChannelSchema,
): WrongSetting {
  const [, setting = ''] = instancePath.split('/');
  if (keyword === 'required') return { setting: String(params.missingProperty), message: 'is missing' };
  if (keyword === 'additionalProperties') {
    const known = Object.keys(schema.properties);
    const there = known.length === 0 ? 'this channel has no settings' : `there are ${known.join(', ')}`;
    return { setting: String(params.additionalProperty), message: `is no setting; ${there}` };
  }
  if (keyword === 'enum')
    return { setting, message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` };
  if (keyword === 'pattern') {
    const form = schema.properties[setting]?.['x-form'];
    return { setting, message: typeof form === 'string' ? form : 'does not have the form that is asked for' };
  }
  if (keyword === 'minLength') return { setting, message: `must have at least ${params.limit} characters` };
  if (keyword === 'maxLength') return { setting, message: `must have at most ${params.limit} characters` };
  return { setting, message };
}
