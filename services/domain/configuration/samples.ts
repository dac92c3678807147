import { latin1 } from '../x12/read/tape.ts';
import type { Standards } from '../x12/standard/standard.ts';
import { write } from '../x12/write/write.ts';
import type { ConfiguredDocument, Identity } from './configuration.ts';

/** A sample among the files of a configuration. */
export interface Sample {
  /** Name below `samples/`. */
  readonly name: string;
  /** Latin-1 of an X12 document; the set without envelope of one that we send. */
  readonly text: string;
}

type Sampled = Pick<ConfiguredDocument, 'set' | 'direction' | 'format' | 'version'>;

/** The sample that shows a document best: of those with the fewest findings the longest. Undefined where there is none. */
export function sampleFor(files: ReadonlyMap<string, string>, document: Sampled): Sample | undefined {
  const [best] = [...files]
    .filter(([path, text]) => isSampleOf(path, document) && fitsVersion(text, document))
    .map(([path, text]) => ({ name: path.slice('samples/'.length), text, faults: faultsTold(files, path) }))
    .sort((a, b) => a.faults - b.faults || b.text.length - a.text.length || (a.name < b.name ? -1 : 1));
  return best && { name: best.name, text: best.text };
}

function isSampleOf(path: string, { set, direction, format }: Sampled): boolean {
  if (!path.startsWith('samples/')) return false;
  if (direction === 'outbound')
    return format === 'x12'
      ? path.startsWith(`samples/${set}-`) && path.endsWith('.expected.txt')
      : path.endsWith(`.${set}.expected.${format}`);
  return path.startsWith(`samples/${set}-`) && path.endsWith(`.${format}`) && !path.includes('.expected.');
}

/** Of a document that the partner sends, GS08 says the version. */
const fitsVersion = (text: string, { direction, format, version }: Sampled) =>
  direction === 'outbound' || format !== 'x12' || gsOf(text)?.elements[8]?.startsWith(version) === true;

/** How many findings the expected result beside the sample tells of, remarks aside. */
function faultsTold(files: ReadonlyMap<string, string>, path: string): number {
  const expected = files.get(`${path.replace(/\.x12$/, '')}.expected.json`) ?? '';
  return expected.match(/"level": ?"(standard|guide|business)"|"status": ?"[^A"]"/g)?.length ?? 0;
}

interface GroupHeader {
  readonly start: number;
  readonly end: number;
  /** `elements[8]` is GS08. */
  readonly elements: readonly string[];
}

/** The first GS of an interchange with an ISA of fixed width. */
function gsOf(text: string): GroupHeader | undefined {
  if (!text.startsWith('ISA') || text.length < 107) return undefined;
  const [separator, terminator] = [text[3]!, text[105]!];
  const start = text.indexOf(`GS${separator}`, 106);
  const end = text.indexOf(terminator, start);
  if (start < 0 || end < 0) return undefined;
  return { start, end, elements: text.slice(start, end).split(separator) };
}

/** Who writes to whom, and in which environment. */
export interface Addresses {
  readonly sender: Identity;
  readonly receiver: Identity;
  /** ISA15: P or T. */
  readonly usage: 'P' | 'T';
}

/** The same interchange between other parties: ISA05 to ISA08, ISA15, GS02 and GS03 are written anew, nothing else. A text that is no X12 stays. */
export function addressSample(text: string, { sender, receiver, usage }: Addresses): string {
  const gs = gsOf(text);
  if (!gs) return text;
  const separator = text[3]!;
  const isa = text.slice(0, 106).split(separator);
  isa[5] = sender.qualifier;
  isa[6] = sender.isaId.padEnd(15);
  isa[7] = receiver.qualifier;
  isa[8] = receiver.isaId.padEnd(15);
  isa[15] = usage;
  const group = gs.elements.with(2, sender.gsId).with(3, receiver.gsId).join(separator);
  return isa.join(separator) + text.slice(106, gs.start) + group + text.slice(gs.end);
}

/** The set of an expected result (one segment a line) in an envelope, as we would send it. Undefined where it cannot be written. */
export function envelopeSample(
  text: string,
  { set, version }: Pick<ConfiguredDocument, 'set' | 'version'>,
  { sender, receiver, usage }: Addresses,
  standards: Standards,
): string | undefined {
  const functionalId = standards.forVersion(version)?.definition.sets.get(set)?.functionalId;
  if (functionalId === undefined) return undefined;
  const segments = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', ...elements] = line.split('*');
      return { id, elements: elements.map((one) => (one.includes('>') ? one.split('>') : one)) };
    });
  const written = write(
    {
      sender: { qualifier: sender.qualifier, id: sender.isaId },
      receiver: { qualifier: receiver.qualifier, id: receiver.isaId },
      ...{
        date: '260301',
        time: '0900',
        version: version.slice(0, 5),
        control: '000000001',
        ackRequested: false,
        usage,
      },
      groups: [
        {
          ...{
            functionalId,
            sender: sender.gsId,
            receiver: receiver.gsId,
            date: '20260301',
            time: '0900',
            control: '1',
          },
          ...{ version, sets: [{ code: set, control: '0001', segments }] },
        },
      ],
    },
    { newline: '\n' },
  );
  return written.bytes && latin1(written.bytes, 0, written.bytes.byteLength);
}
