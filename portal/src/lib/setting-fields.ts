// What a JSON schema of settings asks for, as the fields of a form. Nothing here knows a channel: whatever its schema says can be filled in.

export type FieldKind =
  | 'text'
  | 'multiline'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'list'
  | 'json';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly name: string;
  readonly title: string;
  readonly help: string | undefined;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** Written, never read. */
  readonly isSecret: boolean;
  readonly isAdvanced: boolean;
  /** Under which heading it stands; undefined for those before the first. */
  readonly group: string | undefined;
  /** What holds where nothing is said. */
  readonly usual: unknown;
  /** What a form may offer in its place, which no schema knows: `our-id` is the id by which partners know us. */
  readonly offer: string | undefined;
  /** Of a choice. */
  readonly options: readonly Option[];
  /** The options are numbers. */
  readonly isNumeric: boolean;
  readonly example: string | undefined;
  readonly maxLength: number | undefined;
  /** Its bytes are no text: a file is chosen and sent as base64. */
  readonly isBinary: boolean;
}

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `signingAlgorithm` → `Signing algorithm`: where a schema gives no title. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label inside of a sentence: `Host name` → `host name`, `AS2 id` as it is. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** Follows `#/$defs/…`; a circle ends as something that only JSON can say. */
function resolved(root: Schema, schema: Schema, depth = 0): Schema {
  const pointer = schema.$ref;
  if (typeof pointer !== 'string' || !pointer.startsWith('#/') || depth > 8) return schema;
  let found: unknown = root;
  for (const part of pointer.slice(2).split('/'))
    found = isSchema(found) ? found[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  if (!isSchema(found)) return schema;
  const { $ref: _, ...beside } = schema;
  return { ...resolved(root, found, depth + 1), ...beside };
}

/** Its one type; undefined where it has several, or none. */
function typeOf({ type }: Schema): string | undefined {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  return types.length === 1 && typeof types[0] === 'string' ? types[0] : undefined;
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

/** The values that it allows, where it names them: `enum`, or `oneOf` with a title each. */
function optionsOf(schema: Schema): readonly Option[] {
  const { enum: values } = schema;
  const titles = isSchema(schema['x-titles']) ? schema['x-titles'] : {};
  if (Array.isArray(values) && values.every((one) => isPlain(one) || one === null))
    return values
      .filter((one) => one !== null)
      .map((one) => ({ value: String(one), label: textOf(titles[String(one)]) ?? String(one) }));
  const branches = schema.oneOf ?? schema.anyOf;
  if (Array.isArray(branches) && branches.length > 0 && branches.every((one) => isSchema(one) && isPlain(one.const)))
    return branches.map((one: Schema) => ({ value: String(one.const), label: textOf(one.title) ?? String(one.const) }));
  return [];
}

/** More is no single line. */
const longestLine = 2_048;
const isLong = (schema: Schema) =>
  schema['x-multiline'] === true ||
  (typeof schema.maxLength === 'number' && schema.maxLength > longestLine) ||
  schema.contentMediaType !== undefined ||
  schema.contentEncoding !== undefined ||
  ['multiline', 'textarea', 'pem'].includes(String(schema.format));

function kindOf(schema: Schema, items: Schema, options: readonly Option[]): FieldKind {
  const type = typeOf(schema);
  if (type === 'boolean') return 'boolean';
  if (options.length > 0) return type === 'array' ? 'choices' : 'choice';
  if (type === 'string') return isLong(schema) ? 'multiline' : 'text';
  if (type === 'integer' || type === 'number') return type;
  if (type === 'array' && typeOf(items) === 'string' && !isLong(items)) return 'list';
  return 'json';
}

function fieldOf(root: Schema, name: string, given: unknown, required: ReadonlySet<unknown>): Field | undefined {
  const schema = resolved(root, isSchema(given) ? given : {});
  if (schema.readOnly === true || schema.const !== undefined) return undefined;
  const items = isSchema(schema.items) ? resolved(root, schema.items) : {};
  const options = optionsOf(typeOf(schema) === 'array' ? items : schema);
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  return {
    ...{ name, kind: kindOf(schema, items, options), options },
    title: textOf(schema.title) ?? wordsOfName(name),
    help: textOf(schema.description),
    isRequired: required.has(name),
    isSecret: schema['x-secret'] === true || schema.writeOnly === true,
    isAdvanced: schema['x-advanced'] === true,
    group: textOf(schema['x-group']),
    usual: schema.default,
    offer: textOf(schema['x-usual']),
    example: isPlain(examples[0]) ? String(examples[0]) : undefined,
    maxLength: typeof schema.maxLength === 'number' ? schema.maxLength : undefined,
    isNumeric: ['integer', 'number'].includes(String(typeOf(typeOf(schema) === 'array' ? items : schema))),
    isBinary: schema.contentEncoding === 'base64',
  };
}

/** The fields of a schema, in its order. */
export function fieldsOf(schema: unknown): readonly Field[] {
  if (!isSchema(schema) || !isSchema(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties).flatMap(([name, one]) => fieldOf(schema, name, one, required) ?? []);
}

export interface FieldGroup {
  readonly title: string | undefined;
  readonly fields: readonly Field[];
}

/** Fields under their headings, each heading where its first field stands. */
export function groupsOf(fields: readonly Field[]): readonly FieldGroup[] {
  const groups = new Map<string | undefined, Field[]>();
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
  return [...groups].map(([title, of]) => ({ title, fields: of }));
}
