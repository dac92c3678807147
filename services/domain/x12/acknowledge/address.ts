import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { Interchange, Party } from '../model.ts';
import { ISA_WIDTHS } from '../read/fixed-header.ts';
import { isQualifier } from '../read/interchange-faults.ts';

/** ISA06 or ISA08 of an answer to an interchange that names nobody there. */
const UNKNOWN = 'UNKNOWN';
const ID_WIDTH = ISA_WIDTHS[5];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x1f\x7f]/g;

/** From whom to whom an answer goes: the parties as they named themselves, as far as that can be written; what had to be changed is told. */
export function addressOf({ sender, receiver }: Interchange): {
  readonly sender: Party;
  readonly receiver: Party;
  readonly findings: readonly Finding[];
} {
  const [from, to] = [writable(receiver), writable(sender)];
  const findings = [
    ...(from.id === receiver.id ? [] : [changed(6, 'ISA08', receiver.id, from.id)]),
    ...(to.id === sender.id ? [] : [changed(8, 'ISA06', sender.id, to.id)]),
  ];
  return { sender: from, receiver: to, findings };
}

/** The qualifier for whatever was agreed where there is none; of the id what the ISA has room for and may hold. */
function writable({ qualifier, id }: Party): Party {
  const shown = id.replace(CONTROLS, '').trim().slice(0, ID_WIDTH).trimEnd();
  return { qualifier: isQualifier(qualifier) ? qualifier : 'ZZ', id: shown === '' ? UNKNOWN : shown };
}

function changed(element: number, what: string, received: string, written: string): Finding {
  const why = received.trim() === '' ? 'is blank' : 'cannot be repeated as it is';
  const explanation = `${what} of the interchange ${why}, so that the answer says ${written} in ISA0${element}. Let the partner correct ${what}.`;
  return fault('x12.acknowledge.address', {
    segment: 'ISA',
    element,
    received,
    expected: 'the agreed id',
    explanation,
  });
}
