import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type Schema = Readonly<Record<string, unknown>>;

const contractId = 'https://crossdock.invalid/openapi';
// ajv-formats' own also takes `urn:uuid:…`, which Postgres does not.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const moment = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/i;

/** Whether text is a moment that Postgres takes too: on a day that the calendar has, and less than 16 hours from UTC. */
export function isMoment(text: string): boolean {
  if (!moment.test(text) || Number.isNaN(Date.parse(text))) return false;
  // To JavaScript 30 February is 2 March.
  return new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));
}

/** Compilers of the contract's schemas: for parameters, which come as text, and for JSON bodies, which must be what they say. */
export function makeValidators(document: object): {
  parameters(schema: Schema): ValidateFunction;
  json(schema: Schema): ValidateFunction;
} {
  const asText = makeAjv(document, { coerceTypes: true, useDefaults: true });
  const asIs = makeAjv(document, {});
  return {
    parameters: (schema) => asText.compile(rebased(schema)),
    json: (schema) => asIs.compile(rebased(schema)),
  };
}

function makeAjv(document: object, options: { coerceTypes?: boolean; useDefaults?: boolean }): Ajv2020 {
  // strictRequired would want the properties of a $ref'd schema repeated; everything else of strict mode holds.
  const ajv = new Ajv2020({ ...options, strict: true, strictRequired: false, allErrors: true, validateSchema: true });
  // `default` of the module namespace: the package is CommonJS and says so only at run time.
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addFormat('uuid', uuid);
  ajv.addFormat('date-time', { type: 'string', validate: isMoment });
  const { components } = document as { components: { schemas: Record<string, Schema> } };
  for (const [name, schema] of Object.entries(components.schemas))
    ajv.addSchema(rebased(schema) as object, `${contractId}/${name}`);
  return ajv;
}

/** `#/components/schemas/X` as ajv knows it: each component is a schema of its own. */
function rebased(schema: unknown): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${contractId}/`)) as Schema;
}
