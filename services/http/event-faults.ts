import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { eventSchemas, vocabulary } from '../../specs/generated/event-schemas.ts';
import { type EventFault, faultAt, type ReadEvent } from '../domain/canonical/read-events.ts';
import type { EventType } from '../domain/events.ts';

// Whoever reads an event stops at the first fault; its sender is told all of them, as far as that is worth the time.

const mostValues = 20_000;

let compiler: Ajv2020 | undefined;
const compiled = new Map<EventType, ValidateFunction>();

function validatorOf(type: EventType): ValidateFunction {
  if (!compiler) {
    compiler = new Ajv2020({ allErrors: true, strict: false });
    // `default` of the module namespace: the package is CommonJS and says so only at run time.
    (formats as unknown as (ajv: Ajv2020) => void)(compiler);
    compiler.addSchema(vocabulary);
  }
  const known = compiled.get(type) ?? compiler.compile(eventSchemas[type]);
  compiled.set(type, known);
  return known;
}

/** What is wrong with an event, as far as it is to be told, and how much there is of it; nothing for one that was taken. */
export function faultsOf(
  one: ReadEvent,
  most: number,
): { readonly faults: readonly EventFault[]; readonly count: number } {
  if ('event' in one) return { faults: [], count: 0 };
  const { breaks, faults } = one;
  const told = { faults: faults.slice(0, most), count: faults.length };
  if (!breaks || !isSmall(breaks.data.value)) return told;
  const validate = validatorOf(breaks.type);
  if (validate(breaks.data.value)) return told;
  const { errors = [] } = validate as { errors?: ErrorObject[] };
  const shown = errors.slice(0, most).map((error) => {
    const { inside, message } = wordsOf(error);
    return faultAt(breaks.data, inside, message);
  });
  return { faults: shown, count: errors.length };
}

const wordsOf = ({ instancePath, keyword, params, message = 'does not fit' }: ErrorObject) => {
  const step = (name: unknown) => `${instancePath}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
    return { inside: step(params.additionalProperty ?? params.unevaluatedProperty), message: 'is not known here' };
  if (keyword === 'required') return { inside: step(params.missingProperty), message: 'is missing' };
  if (keyword === 'enum')
    return { inside: instancePath, message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` };
  return { inside: instancePath, message };
};

/** Whether it has few enough values to name every fault among them. */
function isSmall(data: unknown): boolean {
  const waiting: unknown[] = [data];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen > mostValues) return false;
    const value = waiting.pop();
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner);
  }
  return true;
}
