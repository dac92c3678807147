import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { EventSchemas } from './event-schemas.ts';

/**
 * Makes the source of a module with the TypeScript types of the data of each event, and of the parts that they share, from `specs/events`.
 * openapi-typescript reads JSON Schema where it stands as a component of an OpenAPI 3.1 document.
 */
export async function eventTypes({ types, vocabulary }: EventSchemas): Promise<string> {
  const schemas = pointingToComponents(Object.fromEntries([...Object.entries(vocabulary.$defs), ...types]));
  const document = { openapi: '3.1.0', info: { title: 'Events', version: '1' }, paths: {}, components: { schemas } };
  const options = { exportType: true, enum: false, alphabetize: false, immutable: true };
  const source = astToString(await openapiTS(document as unknown as OpenAPI3, options));
  const [components] = /export type components = \{[\s\S]*?\n\};\n/.exec(source) ?? [];
  if (!components) throw new Error('openapi-typescript wrote no components.');
  const line = (name: string) => `  readonly '${name}': components['schemas']['${name}'];`;
  return `// Made by \`npm run generate\` from specs/events. Do not edit.
${components.replace('export type', 'type')}
/** The data of each event by its type. */
export type EventData = {
${[...types.keys()].map(line).join('\n')}
};

/** What events share, such as \`Moment\` and \`Party\`. */
export type EventParts = {
${Object.keys(vocabulary.$defs).map(line).join('\n')}
};
`;
}

function pointingToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointingToComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // In `properties` these are names of fields.
      .filter(([key, inner]) => !(key.startsWith('$') && key !== '$ref') || typeof inner === 'object')
      // Which fields must be there together is for the validator to say; as a type it would allow anything.
      .filter(([key, inner]) => !(key === 'anyOf' && Array.isArray(inner) && 'properties' in value))
      .map(([key, inner]) => [
        key,
        key === '$ref'
          ? String(inner).replace(/^(common\.schema\.json)?#\/\$defs\//, '#/components/schemas/')
          : pointingToComponents(inner),
      ]),
  );
}
