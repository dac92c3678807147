import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { X12Parser } from 'node-x12';
import type { Finding } from '../../../services/domain/finding.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { ParsedDocument, TransactionSet } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { compileStandards, type StandardFile } from '../../../services/domain/x12/standard/standard.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The standards data of the product, parsed. */
export const standardFiles: readonly { path: string; data: StandardFile }[] = readdirSync(`${root}specs/x12`)
  .filter((name) => /^\d{6}$/.test(name))
  .flatMap((version) =>
    readdirSync(`${root}specs/x12/${version}`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const path = `${root}specs/x12/${version}/${name}`;
        return { path, data: JSON.parse(readFileSync(path, 'utf8')) as StandardFile };
      }),
  );

export const standards = compileStandards(standardFiles.map(({ data }) => data));

/** Text as the bytes that travel. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** An ISA segment of a fictional carrier; `changes` replaces elements by number. */
export function isa(changes: Record<number, string> = {}): string {
  const values = ['00', '          ', '00', '          ', 'ZZ', 'BHFT           ', 'ZZ', 'NORTHGATE      '];
  const rest = ['260130', '0930', 'U', '00401', '000000001', '0', 'T', '>'];
  return ['ISA', ...[...values, ...rest].map((value, index) => changes[index + 1] ?? value)].join('*');
}

/** Segments of valid sets, without ST and SE. */
export const bodies = {
  '945': [
    'W06*F*SO1001*20260130*SHIP77',
    'N1*WH*QUAYSIDE LOGISTICS*91*QUAY1',
    'N3*4 DOCK ROAD',
    'N4*DAYTON*OH*45402*US',
    'N1*ST*HILLTOP STORES',
    'N9*BM*BOL5501',
    'G62*11*20260130',
    'W27*M*BHFT',
    'LX*1',
    'MAN*GM*00106141411234567897',
    'W12*CC*12*12**CA**VN*SKU-1',
    'G69*TRAIL BOOT',
    'N9*LT*LOT7',
    'W03*12*240*LB',
  ],
  '214': [
    'B10*PRO77*SHIP77*BHFT',
    'L11*SO1001*SI',
    'N1*SH*NORTHGATE OUTFITTERS',
    'N3*12 HARBOUR ROAD',
    'N4*DAYTON*OH*45402*US',
    'LX*1',
    'AT7*X3*NS***20260130*0915*LT',
    'MS1*DAYTON*OH*US',
    'MS2*BHFT*TRL22*TL',
    'L11*1*QN',
    'AT8*G*L*240*12',
  ],
  '856': [
    'BSN*00*ASN9001*20260130*0930*0001',
    'DTM*011*20260130*0900',
    'HL*1**S',
    'TD1*CTN*2****G*240*LB',
    'TD5*B*2*BHFT*M',
    'REF*BM*BOL5501',
    'N1*SF*QUAYSIDE LOGISTICS',
    'N4*DAYTON*OH*45402',
    'HL*2*1*O',
    'PRF*PO4711',
    'HL*3*2*P',
    'MAN*GM*00106141411234567897',
    'HL*4*3*I',
    'LIN**VN*SKU-1',
    'SN1**12*CA',
    'CTT*4',
  ],
  '990': ['B1*BHFT*SHIP77*20260130*A', 'N9*CN*PRO77'],
  '204': [
    'B2**BHFT**SHIP77**PP',
    'B2A*00*LT',
    'L11*SO1001*SI',
    'S5*1*CL*240*L',
    'G62*69*20260131',
    'N1*SH*NORTHGATE OUTFITTERS',
    'S5*2*CU*240*L',
    'N1*CN*HILLTOP STORES',
    'L3*240*G',
  ],
  '940': [
    'W05*N*SO1001*PO4711',
    'N1*ST*HILLTOP STORES',
    'G62*10*20260131',
    'W66*PP*M********BHFT',
    'LX*1',
    'W01*12*CA**VN*SKU-1',
    'W76*12',
  ],
  '997': ['AK1*OW*1', 'AK2*940*0001', 'AK5*A', 'AK9*A*1*1*1'],
} as const satisfies Record<string, readonly string[]>;

const functionalIds: Record<string, string> = {
  '945': 'SW',
  '214': 'QM',
  '856': 'SH',
  '990': 'GF',
  '204': 'SM',
  '940': 'OW',
  '997': 'FA',
};

export interface GroupText {
  readonly set?: string;
  readonly functionalId?: string;
  readonly control?: string;
  readonly version?: string;
  /** Bodies of the sets; one valid body of the kind of `set` without it. */
  readonly bodies?: readonly (readonly string[])[];
}

/** An interchange as text with right counts and controls; `edit` changes the list of segments before they are joined. */
export function interchange(
  group: GroupText | readonly GroupText[] = {},
  edit: (segments: string[]) => string[] = (all) => all,
  header = isa(),
): string {
  const groups = [group].flat() as readonly GroupText[];
  const segments = [header];
  for (const [
    index,
    {
      set = '945',
      functionalId = functionalIds[set] ?? 'SW',
      control = String(index + 1),
      version = '004010',
      bodies: own,
    },
  ] of groups.entries()) {
    const sets = own ?? [bodies[set as keyof typeof bodies] ?? []];
    segments.push(`GS*${functionalId}*BHFT*NORTHGATE*20260130*0930*${control}*X*${version}`);
    for (const [nth, body] of sets.entries()) {
      const number = String(nth + 1).padStart(4, '0');
      segments.push(`ST*${set}*${number}`, ...body, `SE*${body.length + 2}*${number}`);
    }
    segments.push(`GE*${sets.length}*${control}`);
  }
  segments.push(`IEA*${groups.length}*000000001`);
  return `${edit(segments).join('~')}~`;
}

/** A set of one kind whose body was changed: segments replaced by their first one that starts with the key, or removed with ''. */
export function changed(set: keyof typeof bodies, changes: Record<string, string | readonly string[]>): string {
  let body: string[] = [...bodies[set]];
  for (const [start, replacement] of Object.entries(changes)) {
    const at = body.findIndex((segment) => segment.startsWith(start));
    if (at < 0) throw new Error(`No segment of the ${set} starts with ${start}.`);
    body = body.toSpliced(at, 1, ...[replacement].flat().filter((segment) => segment !== ''));
  }
  return interchange({ set, bodies: [body] });
}

export const checked = (text: string | Uint8Array): ParsedDocument =>
  check(read(typeof text === 'string' ? bytesOf(text) : text), standards);

export const codesOf = (reading: ParsedDocument): string[] => allFindings(reading).map(({ code }) => code);

export const firstSet = (reading: ParsedDocument): TransactionSet => reading.interchanges[0]!.groups[0]!.sets[0]!;

/** The one finding with this code. */
export function findingOf(reading: ParsedDocument, code: string): Finding {
  const found = allFindings(reading).filter((finding) => finding.code === code);
  if (found.length !== 1)
    throw new Error(`${found.length} findings ${code} among ${codesOf(reading).join(', ') || 'none'}`);
  return found[0]!;
}

export interface CorpusEntry {
  readonly file: string;
  readonly standard: string;
  readonly transactionSet: string;
  readonly version: string;
  readonly envelopes: { readonly ISA?: number; readonly GS?: number; readonly ST?: number };
  readonly defects: readonly string[];
}

const corpusFolder = `${root}../shared/corpus/`;

/** Real files by others, which only the project's own machines have; undefined elsewhere. */
export const corpus: readonly CorpusEntry[] | undefined = existsSync(`${corpusFolder}index.json`)
  ? (JSON.parse(readFileSync(`${corpusFolder}index.json`, 'utf8')) as CorpusEntry[])
  : undefined;

export const corpusBytes = ({ file }: CorpusEntry): Uint8Array => new Uint8Array(readFileSync(corpusFolder + file));

/** The sets of an interchange as node-x12 reads them, strictly: an independent second reader. */
export function secondReader(text: string): { tag: string; values: string[] }[][] {
  const read = new X12Parser(true).parse(text);
  if (!('functionalGroups' in read)) throw new Error('node-x12 found no single interchange');
  const sets = read.functionalGroups.flatMap(({ transactions }) => transactions);
  return sets.map(({ segments }) =>
    segments.map(({ tag, elements }) => ({ tag, values: elements.map(({ value }) => value) })),
  );
}
