// Made by `npm run generate`. Do not edit.
import schema from '../mapping.schema.json' with { type: 'json' };

export const mappingSchema: object = schema;
