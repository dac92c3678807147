import type { EventSchemas } from './event-schemas.ts';

/** Makes the source of a module that holds the schema of each event by its type, and the words that they share: a new event needs no line anywhere to be known. */
export function eventImports({ types }: EventSchemas): string {
  const names = [...types.keys()].sort();
  const from = (file: string) => `from '../events/${file}.schema.json' with { type: 'json' };`;
  return `// Made by \`npm run generate\` from specs/events. Do not edit.
import vocabulary ${from('common')}
${names.map((name, nth) => `import event${nth} ${from(name)}`).join('\n')}

export { vocabulary };

/** The JSON Schema of each event's data by its type. */
export const eventSchemas = {
${names.map((name, nth) => `  '${name}': event${nth},`).join('\n')}
};
`;
}
