import { eventValidators } from '../../../../specs/generated/event-validators.ts';
import { momentFaults } from '../../canonical/moments.ts';
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
 * Takes out events that break their schema, or name a day, a time or a zone that there is not, each with a finding. The compiler refuses mappings that could make one as far as it can know,
 * so this is the fence behind the fence: what reads events later may rely on their schemas.
 */
export function validEvents(result: SetResult): SetResult {
  const findings: Finding[] = [];
  const events = result.events.filter((event) => {
    const broken = eventFault(event.type, event.data);
    if (broken) findings.push(invalid(event, broken));
    const [moment] = broken ? [] : momentFaults(event.data);
    if (moment) findings.push(noMoment(event, moment));
    return !broken && !moment;
  });
  if (findings.length === 0) return result;
  const { findings: before, lost = 0 } = result;
  return { events, findings: [...before, ...findings], lost: lost + findings.length };
}

function invalid(event: MappedEvent, fault: EventFault): Finding {
  const explanation = `${said(event, fault)}. Nothing is wrong with the document: correct the mapping and replay it.`;
  return { ...placed(event, fault), code: 'mapping.event-invalid', level: 'business', explanation };
}

function noMoment(event: MappedEvent, fault: EventFault): Finding {
  const explanation = `${said(event, fault)}. Correct it in the document, or let the mapping read it as a date.`;
  return { ...placed(event, fault), code: 'mapping.date-invalid', level: 'business', explanation };
}

function said({ type, subject, provenance }: MappedEvent, { pointer, message }: EventFault): string {
  const origin = provenance[pointer];
  const line = origin ? ` (line ${origin.mappingLine} of the mapping)` : '';
  return `The mapping made a ${type} of ${subject || 'no record'} whose ${pointer || 'data'} ${message}${line}, so the event was not recorded`;
}

/** Where the field stood. */
function placed({ type, provenance }: MappedEvent, { pointer, message }: EventFault) {
  const origin = provenance[pointer];
  const range = origin?.ranges[0];
  return {
    ...(range ? { offset: range[0], end: range[1] } : {}),
    ...(origin?.position === undefined ? {} : { position: origin.position }),
    ...(origin?.place === undefined ? {} : { segment: origin.place.split('-', 1)[0]! }),
    expected: `${type} ${pointer || '/'} ${message}`,
  };
}
