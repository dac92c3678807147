import { statusReport } from '../bench/samples.ts';
import { transferName } from './traffic.ts';

/** A body that is not as it should be, and all that must become of it. */
export interface BadInput {
  readonly what: string;
  readonly body: Buffer;
  /** Code of the problem in the answer; absent where the inbox takes it with 202. */
  readonly problem?: readonly [status: number, code: string];
  /** How the stored document ends; absent where nothing can be stored. */
  readonly outcome?: 'done' | 'attention' | 'rejected';
  /** Findings and the places that they name, such as `x12.set.segment-count SE16`. */
  readonly findings?: readonly string[];
  /** What the answers in the outbox say, from TA1 and AK1 on; one text for each interchange. */
  readonly answers?: readonly string[];
  /** How many reports of it reach Odoo; none unless said. */
  readonly applied?: number;
}

const firstControl = 501;
let control = firstControl - 1;

/** A good 214 about a transfer of its own, then made bad. Its control number is one more than that of the one before. */
function bad(change: (text: string) => string): Buffer {
  control += 1;
  const good = statusReport(control, transferName(control - firstControl + 1));
  return Buffer.from(change(good.toString('latin1')), 'latin1');
}

const asIs = (text: string) => text;
const without = (tag: string) => (text: string) => text.replace(new RegExp(`(?<=~)${tag}\\*[^~]*~`), '');
const replaced =
  (...pairs: readonly (readonly [from: string | RegExp, to: string])[]) =>
  (text: string) =>
    pairs.reduce((changed, [from, to]) => changed.replace(from, to), text);
const ta1 = (note: string, of = control) => `TA1*${String(of).padStart(9, '0')}*260303*0910*R*${note}`;
const accepted = 'AK1*QM*201~AK2*214*0001~AK5*A~AK9*A*1*1*1';
const wholeRejected = (note: string) => `AK1*QM*201~AK2*214*0001~AK5*R~AK9*R*1*1*0*${note}`;
const setRejected = (note: string) => `AK1*QM*201~AK2*214*0001~AK5*R*${note}~AK9*R*1*1*0`;
const envelopeRejected = 'x12.set.envelope-rejected ST1';
const faultySet = 'ST*214*0002~B10*PRO-2**BHFT~LX*1~AT7*ZZ9*NS***20261399*1820*LT~SE*5*0002~';

const noX12 = (what: string, body: Buffer, code: string): BadInput => ({
  what,
  body,
  problem: [422, code],
  outcome: 'rejected',
  findings: [code],
});

const notX12: readonly BadInput[] = [
  { what: 'an empty body', body: Buffer.alloc(0), problem: [400, 'inbox.empty'] },
  { what: 'a body above the limit', body: Buffer.alloc(2 * 1024 * 1024, 'A'), problem: [413, 'inbox.too-large'] },
  noX12('nothing but white space', Buffer.from(' \r\n'), 'x12.document.empty'),
  noX12('a binary file', Buffer.from('504b0304140000000800fffe001122334455667788', 'hex'), 'x12.document.binary'),
  noX12('an HTML page', Buffer.from('<!doctype html><html><title>Sign in</title></html>'), 'x12.document.html'),
  noX12('EDIFACT', Buffer.from("UNA:+.? 'UNB+UNOC:3+S+R+261123:0910+1'UNH+1+IFTSTA:D:99B:UN'"), 'x12.document.edifact'),
  {
    what: 'an ISA cut in the middle',
    body: bad((text) => text.slice(0, 60)),
    problem: [422, 'x12.interchange.header-incomplete'],
    outcome: 'rejected',
    findings: ['x12.interchange.header-incomplete ISA'],
  },
];

interface Expected {
  readonly outcome: NonNullable<BadInput['outcome']>;
  readonly findings?: readonly string[];
  readonly answers: readonly string[];
  readonly applied?: number;
}

/** `expected` is asked after the body is made, so that it can speak of its control number. */
function taken(what: string, change: (text: string) => string, expected: () => Expected): BadInput {
  const body = bad(change);
  return { what, body, ...expected() };
}

const rejected =
  (answer: () => string, ...findings: readonly string[]) =>
  (): Expected => ({
    outcome: 'rejected',
    findings,
    answers: [answer()],
  });
const done =
  (...findings: readonly string[]) =>
  (): Expected => ({
    outcome: 'done',
    findings,
    answers: [accepted],
    applied: 1,
  });

const envelopes: readonly BadInput[] = [
  taken(
    'cut after the ISA',
    (text) => text.slice(0, 106),
    rejected(() => ta1('023'), 'x12.interchange.trailer-missing IEA'),
  ),
  taken(
    'cut within a set',
    (text) => text.slice(0, 300),
    rejected(() => ta1('023'), 'x12.interchange.unterminated N1', 'x12.set.trailer-missing SE8'),
  ),
  taken(
    'SE is missing',
    without('SE'),
    rejected(() => setRejected('2'), 'x12.set.trailer-missing SE16'),
  ),
  taken(
    'GE is missing',
    without('GE'),
    rejected(() => wholeRejected('3'), 'x12.group.trailer-missing GE', envelopeRejected),
  ),
  taken(
    'IEA is missing',
    without('IEA'),
    rejected(() => ta1('023'), 'x12.interchange.trailer-missing IEA', envelopeRejected),
  ),
  taken(
    'SE counts wrong',
    replaced(['SE*16*', 'SE*17*']),
    rejected(() => setRejected('4'), 'x12.set.segment-count SE16'),
  ),
  taken(
    'GE counts wrong',
    replaced(['GE*1*', 'GE*2*']),
    rejected(() => 'AK1*QM*201~AK2*214*0001~AK5*R~AK9*R*2*1*0*5', 'x12.group.set-count GE', envelopeRejected),
  ),
  taken(
    'IEA counts wrong',
    replaced(['IEA*1*', 'IEA*2*']),
    rejected(() => ta1('021'), 'x12.interchange.group-count IEA', envelopeRejected),
  ),
  taken(
    'ST and SE have different numbers',
    replaced(['SE*16*0001', 'SE*16*0002']),
    rejected(() => setRejected('3'), 'x12.set.control-mismatch SE16'),
  ),
  taken(
    'GS and GE have different numbers',
    replaced([/GE\*1\*\d+/, 'GE*1*999']),
    rejected(() => wholeRejected('4'), 'x12.group.control-mismatch GE', envelopeRejected),
  ),
  taken(
    'ISA and IEA have different numbers',
    replaced([/IEA\*1\*\d+/, 'IEA*1*000009999']),
    rejected(() => ta1('001'), 'x12.interchange.control-mismatch IEA', envelopeRejected),
  ),
  taken(
    'the control number is no number',
    replaced([/\*00401\*\d{9}/, '*00401*00000ABCD'], [/IEA\*1\*\d+/, 'IEA*1*00000ABCD']),
    rejected(() => ta1('018', 0), 'x12.interchange.control-number ISA', envelopeRejected),
  ),
];

const strangers: readonly BadInput[] = [
  taken(
    'an unknown sender',
    replaced([/\*02\*BHFT {11}/, '*02*ELSEWHERE      ']),
    rejected(() => ta1('006'), 'agreement.sender-unknown ISA'),
  ),
  taken(
    'an unknown receiver',
    replaced([/\*ZZ\*NORTHGATE {6}/, '*ZZ*SOMEBODY       ']),
    rejected(() => ta1('009'), 'agreement.receiver-unknown ISA'),
  ),
  taken(
    'test traffic for production',
    replaced(['*0*P*>', '*0*T*>']),
    rejected(() => ta1('020'), 'agreement.usage-mismatch ISA'),
  ),
  taken(
    'an unknown set',
    replaced(['ST*214*', 'ST*110*'], ['GS*QM*', 'GS*IA*']),
    rejected(() => 'AK1*IA*201~AK2*110*0001~AK5*R*1~AK9*R*1*1*0', 'x12.set.not-supported ST1'),
  ),
  taken(
    'a set in a group of another kind',
    replaced(['GS*QM*', 'GS*SW*']),
    rejected(() => 'AK1*SW*201~AK2*214*0001~AK5*R*6~AK9*R*1*1*0', 'x12.set.wrong-group ST1'),
  ),
  taken(
    'an unknown version',
    replaced(['*X*004010~', '*X*ABC~']),
    rejected(() => wholeRejected('2'), 'x12.group.version-unsupported GS', envelopeRejected),
  ),
  taken(
    'a version whose definition is not here',
    replaced(['*X*004010~', '*X*004011~']),
    done('x12.group.version-fallback GS'),
  ),
];

const halves: readonly BadInput[] = [
  taken('two sets, one of them bad', replaced([/GE\*1\*/, `${faultySet}GE*2*`]), () => ({
    outcome: 'rejected',
    findings: ['x12.element.date AT74', 'x12.element.too-long AT74'],
    answers: [
      'AK1*QM*201~AK2*214*0001~AK5*A~AK2*214*0002~AK3*AT7*4*0205*8~AK4*1*1650*5*ZZ9~AK4*5*373*8*20261399~AK5*R*5~AK9*P*2*2*1',
    ],
    applied: 1,
  })),
  {
    what: 'two interchanges, the first one bad',
    body: Buffer.concat([bad(without('GE')), bad(asIs)]),
    outcome: 'rejected',
    findings: ['x12.group.trailer-missing GE', envelopeRejected],
    answers: [wholeRejected('3'), accepted],
    applied: 1,
  },
  {
    what: 'two interchanges, the second one cut',
    body: Buffer.concat([bad(asIs), bad((text) => text.slice(0, 50))]),
    outcome: 'attention',
    findings: ['x12.interchange.header-incomplete ISA'],
    answers: [accepted],
    applied: 1,
  },
  {
    what: 'a good interchange with rubbish behind it',
    body: Buffer.concat([bad(asIs), Buffer.from('Kind regards, the night shift')]),
    outcome: 'attention',
    findings: ['x12.document.junk'],
    answers: [accepted],
    applied: 1,
  },
  taken(
    'a NUL in a name',
    replaced(['Joliet', 'Jol\0iet']),
    rejected(
      () => 'AK1*QM*201~AK2*214*0001~AK3*N4*6*0100*8~AK4*1*19*6~AK5*R*5~AK9*R*1*1*0',
      'x12.element.character N46',
    ),
  ),
  taken('a letter that is not of ASCII', replaced(['Joliet', 'Joli\xe9t']), done('x12.element.not-ascii N46')),
  taken(
    'an impossible date in the ISA',
    replaced([/\*260303\*0910\*U/, '*269903*0910*U']),
    done('x12.interchange.date ISA'),
  ),
];

export const badInput: readonly BadInput[] = [...notX12, ...envelopes, ...strangers, ...halves];
