import { type ReadEvents, readEvents } from '../canonical/read-events.ts';
import type { Configuration, ConfiguredDocument } from '../configuration/configuration.ts';
import { documentLimits } from '../documents/document-node.ts';
import { type DocumentFormat, type ReadDocument, readDocument } from '../documents/read-document.ts';
import { holdsInterchange, type Shape, shapeOf } from '../documents/sniff-format.ts';
import { wideTextFault, wideTextOf } from '../documents/wide-text.ts';
import type { Finding } from '../finding.ts';
import type { Limits } from '../limits.ts';
import { listed } from '../lists.ts';
import type { InboundMapping } from '../mapping/language/plan.ts';
import { fits } from '../mapping/run/fits.ts';

/** What a document is by itself, where no agreement says it: canonical events, or a file that belongs to an event. */
export const forms = ['events', 'attachment'] as const;
export type Form = (typeof forms)[number];

/** What a document of a partner is. */
export type Recognised =
  /** X12, or nothing that anything else is agreed for: the reader of X12 says what it is. */
  | { readonly kind: 'x12' }
  | { readonly kind: 'document'; readonly name: string; readonly mapping: InboundMapping; readonly read: ReadDocument }
  | { readonly kind: 'events'; readonly read: ReadEvents }
  | { readonly kind: 'attachment' }
  /** What cannot be read, whatever is agreed. */
  | { readonly kind: 'refused'; readonly finding: Finding }
  | { readonly kind: 'unknown'; readonly finding: Finding };

const formats = { json: 'JSON', xml: 'XML', csv: 'CSV' } as const;
type Format = keyof typeof formats;

const isFormat = (shape: Shape): shape is Format => shape in formats;

/** An agreed document that is no X12, as a partner sends it. */
interface Candidate {
  readonly name: string;
  readonly mapping: InboundMapping & { readonly reads: DocumentFormat };
}

const candidatesFor = ({ documents }: Pick<Configuration, 'documents'>, format: Format): readonly Candidate[] =>
  documents.flatMap(({ direction, set, compiled }: ConfiguredDocument) =>
    direction === 'inbound' && compiled.direction === 'inbound' && compiled.reads?.name === format
      ? [{ name: set, mapping: compiled as Candidate['mapping'] }]
      : [],
  );

/**
 * Tells what a document is, by its bytes and by what is agreed with the partner. A document is what its form says, where it has one; else X12, or the agreed document
 * of its format that it fits. Where only one of the format is agreed that is it, unless its mapping has a `recognise` that says no.
 */
export function recognise(
  bytes: Uint8Array,
  configuration: Pick<Configuration, 'documents'>,
  { form = null, limits }: { readonly form?: Form | null; readonly limits: Pick<Limits, 'eventBytes'> },
): Recognised {
  if (form === 'attachment') return { kind: 'attachment' };
  if (form === 'events') return { kind: 'events', read: readEvents(bytes, limits) };
  const encoded = wrongEncoding(bytes);
  if (encoded) return { kind: 'refused', finding: encoded };
  const shape = shapeOf(bytes);
  if (!isFormat(shape)) return { kind: 'x12' };
  const candidates = candidatesFor(configuration, shape);
  if (candidates.length === 0)
    return isLeftToX12(bytes, shape) ? { kind: 'x12' } : { kind: 'unknown', finding: notAgreed(shape, configuration) };
  const reader = readOnce(bytes);
  const [only] = candidates;
  if (candidates.length === 1 && only && !only.mapping.recognise) return found(only, reader(only.mapping.reads));
  const fitting = candidates.filter(({ mapping }) => fits(reader(mapping.reads), bytes.length, mapping));
  const [first] = fitting;
  if (first && fitting.length === 1) return found(first, reader(first.mapping.reads));
  // What cannot be read at all fits nothing: the fault is told, and not that nothing fits.
  const unreadable = only && reader(only.mapping.reads);
  if (only && unreadable && !unreadable.root) return found(only, unreadable);
  return { kind: 'unknown', finding: ambiguous(shape, fitting, candidates) };
}

/** Whether a document may be one that is agreed, without reading it: what a channel answers at once. @returns what it is instead */
export function notExpected(
  bytes: Uint8Array,
  configuration: Pick<Configuration, 'documents'>,
): Finding | 'x12' | undefined {
  const encoded = wrongEncoding(bytes);
  if (encoded) return encoded;
  const shape = shapeOf(bytes);
  if (!isFormat(shape)) return 'x12';
  if (candidatesFor(configuration, shape).length > 0) return tooLarge(bytes, shape);
  return isLeftToX12(bytes, shape) ? 'x12' : notAgreed(shape, configuration);
}

/** A document that is whole in memory while it is read, and may not be of any size that the inbox takes. */
function tooLarge({ length }: Uint8Array, format: Format): Finding | undefined {
  if (length <= documentLimits.bytes) return undefined;
  const [size, most] = [length, documentLimits.bytes].map((bytes) => (bytes / 1_048_576).toFixed(1).replace('.0', ''));
  const explanation = `The document is ${formats[format]} of ${size} MB; at most ${most} MB of it are read at once, so nothing is made of it. Send it in several documents.`;
  return {
    code: 'document.too-large',
    level: 'standard',
    offset: 0,
    end: 1,
    expected: `at most ${most} MB`,
    explanation,
  };
}

/** JSON, XML or other text in an encoding that nothing reads; of X12 in one its own reader tells. */
function wrongEncoding(bytes: Uint8Array): Finding | undefined {
  const wide = wideTextOf(bytes);
  if (!wide || wide.holds === 'X12') return undefined;
  const explanation = wideTextFault(wide);
  return { code: 'document.encoding', level: 'standard', offset: 0, end: 1, expected: 'UTF-8', explanation };
}

/** An interchange inside of something else is read as ever, and text that is nothing else is told what X12 looks like. */
const isLeftToX12 = (bytes: Uint8Array, format: Format) => format === 'csv' || holdsInterchange(bytes);

const found = ({ name, mapping }: Candidate, read: ReadDocument): Recognised => ({
  kind: 'document',
  name,
  mapping,
  read,
});

/** Several mappings that read a document in the same way share the reading. */
function readOnce(bytes: Uint8Array): (format: DocumentFormat) => ReadDocument {
  const known = new Map<string, ReadDocument>();
  return (format) => {
    const key = JSON.stringify(format);
    const read = known.get(key) ?? readDocument(bytes, format);
    known.set(key, read);
    return read;
  };
}

function notAgreed(format: Format, { documents }: Pick<Configuration, 'documents'>): Finding {
  const inbound = documents.filter(({ direction }) => direction === 'inbound');
  const known =
    inbound.length === 0
      ? 'Nothing is agreed so far'
      : `Agreed are ${listed(
          inbound.map(({ set }) => set),
          20,
        )}`;
  const explanation = `There is no agreement for ${formats[format]} documents, and this one is ${formats[format]}. ${known}. It is kept, and nothing was created from it. Send what is agreed, or agree it first and send it again.`;
  return {
    code: 'document.not-agreed',
    level: 'standard',
    offset: 0,
    end: 1,
    expected: 'an agreed document',
    explanation,
  };
}

function ambiguous(format: Format, fitting: readonly Candidate[], all: readonly Candidate[]): Finding {
  const names = ({ name }: Candidate) => name;
  const which =
    fitting.length === 0
      ? `fits none of the agreed ${formats[format]} documents (${listed(all.map(names), 20)}). Compare it with what was agreed, and send it again`
      : `fits more than one of the agreed ${formats[format]} documents (${listed(fitting.map(names), 20)}). Let their mappings say with \`recognise\` what tells them apart, and send it again`;
  const explanation = `The document ${which}. It is kept, and nothing was created from it.`;
  return { code: 'document.ambiguous', level: 'standard', offset: 0, end: 1, explanation };
}
