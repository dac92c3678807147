/** A document that goes to the limit in one way, as a sender who means no good would write it. */
export interface Extreme {
  readonly what: string;
  /** The document, of about so many bytes at most. */
  readonly make: (bytes: number) => Buffer;
}

const parties = '*00*          *00*          *02*BHFT           *ZZ*NORTHGATE      *260303*0910*U*00401*';
const isa = (control: number) => `ISA${parties}${String(control).padStart(9, '0')}*0*P*>~`;
const iea = (control: number, groups: number) => `IEA*${groups}*${String(control).padStart(9, '0')}~`;
const gs = (id: string, control: number) => `GS*${id}*BHFT*NORTHGATE*20260303*0910*${control}*X*004010~`;

let control = 500_000_000;

/** An interchange around as many pieces as fit, the last of them cut by nothing. */
function filled(
  bytes: number,
  start: (number: number) => string,
  piece: (nth: number) => string,
  end: (number: number, count: number) => string,
): Buffer {
  const number = control++;
  const head = start(number);
  const room = bytes - head.length - 200;
  const pieces: string[] = [];
  let size = 0;
  for (let nth = 1; size < room; nth += 1) {
    const text = piece(nth);
    size += text.length;
    pieces.push(text);
  }
  return Buffer.from(head + pieces.join('') + end(number, pieces.length), 'latin1');
}

/** One set around as many segments as fit. */
const oneSet = (bytes: number, set: string, id: string, head: string, piece: (nth: number) => string, each = 1) =>
  filled(
    bytes,
    (number) => `${isa(number)}${gs(id, 1)}ST*${set}*0001~${head}`,
    piece,
    (number, count) => `SE*${count * each + 2 + head.split('~').length - 1}*0001~GE*1*1~${iea(number, 1)}`,
  );

const report = 'B10*PRO-1*WH/OUT/00001*BHFT~';
const digits = (nth: number) => String(nth).padStart(9, '0');

/** An interchange of so many replies to tenders, each about a load of its own. */
export function manyReplies(count: number): Buffer {
  const number = control++;
  const sets = Array.from({ length: count }, (_, at) => {
    const set = String(at + 1).padStart(4, '0');
    return `ST*990*${set}~B1*BHFT*LOAD-${number}-${set}*20260302*A~N9*CN*PRO-${set}~SE*4*${set}~`;
  });
  return Buffer.from(`${isa(number)}${gs('GF', 1)}${sets.join('')}GE*${count}*1~${iea(number, 1)}`, 'latin1');
}

export const emptyInterchanges = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => `${isa(control)}${iea(control++, 0)}`).join(''), 'latin1');

/** One 214 of so many pairs of LX and AT7: an event for each. */
export function manyStatuses(count: number): Buffer {
  const number = control++;
  const pairs = Array.from(
    { length: count },
    (_, at) =>
      `LX*${(at % 999_999) + 1}~AT7*X6*NS***20260303*${String(at % 24).padStart(2, '0')}${String(at % 60).padStart(2, '0')}*LT~`,
  );
  const set = `ST*214*0001~${report}${pairs.join('')}SE*${count * 2 + 3}*0001~`;
  return Buffer.from(`${isa(number)}${gs('QM', 1)}${set}GE*1*1~${iea(number, 1)}`, 'latin1');
}

export const extremes: readonly Extreme[] = [
  { what: 'empty interchanges', make: (bytes) => emptyInterchanges(Math.floor(bytes / 124)) },
  {
    what: 'empty groups',
    make: (bytes) => filled(bytes, isa, (nth) => `${gs('QM', nth)}GE*0*${nth}~`, iea),
  },
  {
    what: 'TA1 segments',
    make: (bytes) =>
      filled(
        bytes,
        isa,
        (nth) => `TA1*${digits(nth)}*260303*0910*A*000~`,
        (number) => iea(number, 0),
      ),
  },
  {
    what: 'sets',
    make: (bytes) =>
      filled(
        bytes,
        (number) => `${isa(number)}${gs('GF', 1)}`,
        (nth) => `ST*990*${digits(nth)}~B1*BHFT*L-${nth}*20260302*A~SE*3*${digits(nth)}~`,
        (number, count) => `GE*${count}*1~${iea(number, 1)}`,
      ),
  },
  { what: 'pairs of LX and AT7 in one set', make: (bytes) => manyStatuses(Math.floor(bytes / 43)) },
  { what: 'segments of one letter in one set', make: (bytes) => oneSet(bytes, '214', 'QM', report, () => 'A~') },
  {
    what: 'segments of one letter outside of any set',
    make: (bytes) =>
      filled(
        bytes,
        isa,
        () => 'A~',
        (number) => iea(number, 0),
      ),
  },
  { what: 'terminators and nothing else', make: (bytes) => oneSet(bytes, '214', 'QM', report, () => '~') },
  {
    what: 'one giant element',
    make: (bytes) =>
      oneSet(bytes, '214', 'QM', `B10*${'X'.repeat(Math.max(1, bytes - 1000))}*WH/OUT/00001*BHFT~`, () => 'LX*1~'),
  },
  {
    what: 'one segment of empty elements',
    make: (bytes) => oneSet(bytes, '214', 'QM', `B10${'*'.repeat(Math.max(1, bytes - 1000))}~`, () => 'LX*1~'),
  },
  {
    what: 'one element of empty components',
    make: (bytes) => oneSet(bytes, '214', 'QM', `B10*${'>'.repeat(Math.max(1, bytes - 1000))}~`, () => 'LX*1~'),
  },
  {
    what: 'the same fault again and again',
    make: (bytes) => oneSet(bytes, '214', 'QM', report, () => 'LX*A~AT7*ZZ9*NS***20261399*9999*LT~', 2),
  },
  {
    what: 'a chain of levels, each below the one before',
    make: (bytes) =>
      oneSet(bytes, '856', 'SH', 'BSN*00*S1*20260303*0910*0001~', (nth) => `HL*${nth}*${nth > 1 ? nth - 1 : ''}*I~`),
  },
  {
    what: 'answers to groups that were never sent',
    make: (bytes) =>
      filled(
        bytes,
        (number) => `${isa(number)}${gs('FA', 1)}`,
        (nth) => `ST*997*${digits(nth)}~AK1*QM*${nth}~AK9*A*1*1*1~SE*4*${digits(nth)}~`,
        (number, count) => `GE*${count}*1~${iea(number, 1)}`,
      ),
  },
  {
    what: 'a set that never ends',
    make: (bytes) =>
      filled(
        bytes,
        (number) => `${isa(number)}${gs('QM', 1)}ST*214*0001~${report}`,
        (nth) => `L11*${nth}*BM~`,
        () => '',
      ),
  },
  {
    what: 'words ISA in no interchange',
    make: (bytes) =>
      filled(
        bytes,
        isa,
        () => 'ISA',
        () => '',
      ),
  },
  {
    what: 'junk between interchanges',
    make: (bytes) =>
      filled(
        bytes,
        isa,
        (nth) => (nth === 1 ? iea(control - 1, 0) : 'junk ISA*junk~'),
        () => '',
      ),
  },
  {
    what: 'findings at every set',
    make: (bytes) =>
      filled(
        bytes,
        (number) => `${isa(number)}${gs('QM', 1)}`,
        (nth) => `ST*214*${digits(nth)}~B10*A*B*C*D*E~XX*1~LX*A~AT7*ZZ*ZZ~SE*99*1~`,
        (number, count) => `GE*${count}*1~${iea(number, 1)}`,
      ),
  },
];
