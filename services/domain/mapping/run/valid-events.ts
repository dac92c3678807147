import { eventValidators } from '../../../../specs/generated/event-validators.ts';
import type { EventType, MappedEvent } from '../../events.ts';
import type { Finding } from '../../finding.ts';
import type { SetResult } from './emit.ts';

/** Where an event's data is not what its schema says. */
export interface EventFault {
  /** JSON pointer into the data; empty for the whole. */
  readonly pointer: string;
  /** What is wrong there, such as `must be number`. */
  readonly message: string;
}

/** The first thing that the schema of an event type has against data; undefined when it is right. Takes well under a microsecond for a usual event. */
export function eventFault(type: EventType, data: unknown): EventFault | undefined {
  const validate = eventValidators[type];
  if (!validate || validate(data)) return undefined;
  const [fault] = validate.errors ?? [];
  return { pointer: fault?.instancePath ?? '', message: fault?.message ?? 'does not fit' };
}

/**
 * Takes out events that break their schema, each with a finding. The compiler refuses mappings that could make one as far as it can know,
 * so this is the fence behind the fence: what reads events later may rely on their schemas.
 */
export function validEvents(result: SetResult): SetResult {
  const findings: Finding[] = [];
  const events = result.events.filter((event) => {
    const fault = eventFault(event.type, event.data);
    if (fault) findings.push(invalid(event, fault));
    return !fault;
  });
  if (findings.length === 0) return result;
  const { findings: before, lost = 0 } = result;
  return { events, findings: [...before, ...findings], lost: lost + findings.length };
}

function invalid({ type, subject, provenance }: MappedEvent, { pointer, message }: EventFault): Finding {
  const origin = provenance[pointer];
  const range = origin?.ranges[0];
  const line = origin ? ` (line ${origin.mappingLine} of the mapping)` : '';
  return {
    code: 'mapping.event-invalid',
    level: 'business',
    ...(range ? { offset: range[0], end: range[1] } : {}),
    ...(origin?.position === undefined ? {} : { position: origin.position }),
    ...(origin?.place === undefined ? {} : { segment: origin.place.split('-', 1)[0]! }),
    expected: `${type} ${pointer || '/'} ${message}`,
    explanation: `The mapping made a ${type} of ${subject || 'no record'} whose ${pointer || 'data'} ${message}${line}, so the event was not recorded. Nothing is wrong with the document: correct the mapping and replay it.`,
  };
}
