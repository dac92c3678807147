import type { Finding } from '../../../services/domain/finding.ts';
import { acknowledge } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import type { X12FindingCode } from '../../../services/domain/x12/findings-catalogue.ts';
import { write } from '../../../services/domain/x12/write/write.ts';
import { bodies, changed, checked, interchange, isa } from './support.ts';

type Fixture = string | (() => readonly Finding[]);

export const swap = (from: string, to: string) =>
  interchange({}, (segments) => segments.map((segment) => (segment === from ? to : segment)));
export const without = (id: string) =>
  interchange({}, (segments) => segments.filter((segment) => !segment.startsWith(`${id}*`)));
export const header = (changes: Record<number, string>) => interchange({}, undefined, isa(changes));
const group = (from: RegExp, to: string) =>
  interchange({}, (segments) => segments.map((segment) => segment.replace(from, to)));
const levels = (depth: number) => Array.from({ length: depth }, (_, n) => `HL*${n + 1}*${n === 0 ? '' : n}*I`);
const draft = (id: string, value: string) => ({
  sender: { qualifier: 'ZZ', id: 'A' },
  receiver: { qualifier: 'ZZ', id: 'B' },
  date: '260130',
  time: '0930',
  version: '00401',
  control: '000000001',
  ackRequested: false,
  usage: 'T',
  groups: [
    {
      functionalId: 'OW',
      sender: 'A',
      receiver: 'B',
      date: '20260130',
      time: '0930',
      control: '1',
      version: '004010',
      sets: [{ code: '940', control: '0001', segments: [{ id, elements: [value] }] }],
    },
  ],
});

/** A document for each code; the compiler asks for a new one with each new code. */
export const fixtures: Record<X12FindingCode, Fixture> = {
  'x12.document.empty': '',
  'x12.document.edifact': "UNB+UNOA:1+S+R+260130:0930+1'",
  'x12.document.html': '<html></html>',
  'x12.document.json': '{}',
  'x12.document.xml': '<?xml version="1.0"?>',
  'x12.document.binary': 'PK\x03\x04\x14\x00',
  'x12.document.encoding': '\xff\xfeI\0S\0A\0',
  'x12.document.fragment': 'GS*SW*A*B~',
  'x12.document.not-x12': 'hello',
  'x12.document.junk': `junk${interchange()}`,
  'x12.document.byte-order-mark': `\xef\xbb\xbf${interchange()}`,
  'x12.interchange.header-incomplete': isa().slice(0, 50),
  'x12.interchange.header-width': header({ 6: 'BHFT' }),
  'x12.interchange.terminator-blank': interchange({}, undefined, `${isa()} `),
  'x12.interchange.terminator-bytes': interchange().replaceAll('~', '\u00c2\u00a6'),
  'x12.group.control-duplicate': interchange([{ control: '1' }, { control: '1' }]),
  'x12.interchange.qualifier-unknown': interchange({}, undefined, isa({ 5: 'QQ' })),
  'x12.interchange.delimiters': interchange({}, undefined, isa({ 16: '' })),
  'x12.interchange.control-number': header({ 13: '00000000A' }),
  'x12.interchange.date': header({ 9: '261301' }),
  'x12.interchange.time': header({ 10: '2460' }),
  'x12.interchange.party': header({ 6: ' '.repeat(15) }),
  'x12.interchange.qualifier': header({ 5: 'z?' }),
  'x12.interchange.not-ascii': header({ 6: 'B\xc9FT           ' }),
  'x12.group.not-ascii': group(/^GS\*SW\*BHFT/, 'GS*SW*B\xc9FT'),
  'x12.interchange.security': header({ 1: 'ZZ' }),
  'x12.interchange.version': header({ 12: '00999' }),
  'x12.interchange.standards-id': header({ 11: 'X' }),
  'x12.interchange.flag': header({ 15: 'X' }),
  'x12.interchange.repetition': header({ 11: '^' }),
  'x12.interchange.trailer-missing': without('IEA'),
  'x12.interchange.control-mismatch': swap('IEA*1*000000001', 'IEA*1*000000002'),
  'x12.interchange.group-count': swap('IEA*1*000000001', 'IEA*2*000000001'),
  'x12.interchange.elements': swap('IEA*1*000000001', 'IEA*1*000000001*9'),
  'x12.interchange.unterminated': interchange().slice(0, -1),
  'x12.interchange.segment-outside': interchange({}, (segments) => segments.toSpliced(1, 0, 'N1*ST*LOST')),
  'x12.interchange.wrapped': interchange().replace(/.{80}/g, '$&\n'),
  'x12.interchange.empty-segments': interchange().replace('~N1', '~~N1'),
  'x12.interchange.indented': interchange().replaceAll('~', '~\n  '),
  'x12.group.header-missing': without('GS'),
  'x12.group.header-invalid': interchange({ functionalId: 'swx' }),
  'x12.group.trailer-missing': without('GE'),
  'x12.group.trailer-stray': interchange({}, (segments) => segments.toSpliced(-1, 0, 'GE*1*1')),
  'x12.group.control-mismatch': swap('GE*1*1', 'GE*1*2'),
  'x12.group.set-count': swap('GE*1*1', 'GE*2*1'),
  'x12.group.control-number': interchange({ control: '0000000001' }),
  'x12.group.date': group(/^GS\*SW\*BHFT\*NORTHGATE\*20260130/, 'GS*SW*BHFT*NORTHGATE*20261330'),
  'x12.group.time': group(/\*0930\*1\*X/, '*2561*1*X'),
  'x12.group.elements': group(/\*X\*004010/, '*Q*004010'),
  'x12.group.functional-id': interchange({ functionalId: 'QX' }),
  'x12.group.version-unsupported': interchange({ version: 'ABC' }),
  'x12.group.version-fallback': interchange({ version: '004020' }),
  'x12.set.layout-other': interchange({
    version: '003060',
    bodies: [['W06*F*SO1001*260130', 'N1*WH*QUAYSIDE LOGISTICS', 'LX*1', 'W12*CC*12*12**CA**VN*SKU-1']],
  }),
  'x12.group.segment-outside': interchange({}, (segments) => segments.toSpliced(2, 0, 'N1*ST*LOST')),
  'x12.set.trailer-missing': without('SE'),
  'x12.set.trailer-stray': without('ST'),
  'x12.set.control-mismatch': swap('SE*16*0001', 'SE*16*0002'),
  'x12.set.segment-count': swap('SE*16*0001', 'SE*15*0001'),
  'x12.set.identifier': swap('ST*945*0001', 'ST*94A*0001'),
  'x12.set.control-number': interchange({}, (segments) =>
    segments.map((segment) => (/^S[TE]\*/.test(segment) ? segment.replace(/0001$/, '1') : segment)),
  ),
  'x12.set.control-duplicate': interchange({ bodies: [bodies['945'], bodies['945']] }, (segments) =>
    segments.map((s) => s.replace(/\*0002$/, '*0001')),
  ),
  'x12.set.not-supported': interchange({ set: '869', functionalId: 'RS', bodies: [['BSI*1*20260130']] }),
  'x12.set.wrong-group': interchange({ functionalId: 'QM' }),
  'x12.set.envelope-rejected': swap('GE*1*1', 'GE*2*1'),
  'x12.segment.unterminated': interchange().slice(0, 150) + interchange(),
  'x12.segment.binary-length': interchange({
    set: '214',
    bodies: [['B10*A**BHFT', 'LX*1', 'EFI*00', 'BIN*99999*abc']],
  }),
  'x12.segment.unknown': changed('945', { W06: ['W06*F*SO1001', 'XYZ*1'] }),
  'x12.segment.misspelt': changed('945', { W06: 'WO6*F*SO1001' }),
  'x12.segment.unexpected': changed('945', { LX: '', MAN: '' }),
  'x12.segment.missing': changed('945', { W06: '' }),
  'x12.segment.loop-too-often': interchange({
    bodies: [['W06*F*SO1001', ...Array.from({ length: 11 }, () => 'N1*ST*HILLTOP STORES')]],
  }),
  'x12.segment.too-often': changed('945', { W27: ['W27*M*BHFT', 'W27*M*BHFT'] }),
  'x12.segment.not-in-set': changed('945', { W27: 'AT7*X3*NS' }),
  'x12.segment.out-of-order': changed('945', { W27: '', G62: ['W27*M*BHFT', 'G62*11*20260130'] }),
  'x12.element.missing': changed('945', { W27: 'W27**BHFT' }),
  'x12.element.conditional-missing': changed('945', { W27: 'W27*M' }),
  'x12.element.too-many': changed('945', { LX: 'LX*1*2' }),
  'x12.element.too-many-components': changed('945', { N3: 'N3*4 DOCK>ROAD' }),
  'x12.element.too-many-repetitions': interchange(
    { version: '004020', bodies: [['W06*F*SO1^SO2']] },
    undefined,
    isa({ 11: '^', 12: '00402' }),
  ),
  'x12.element.too-short': changed('945', { N4: 'N4*DAYTON*O' }),
  'x12.element.too-long': changed('945', { W27: 'W27*M*BHFTX' }),
  'x12.element.character': changed('945', { W03: 'W03*12A' }),
  'x12.element.code-unknown': interchange({ set: '997', bodies: [['AK1*OW*1', 'AK9*Q*1*1*1']] }),
  'x12.element.code-unlisted': changed('214', { AT7: 'AT7*ZQ*NS' }),
  'x12.element.not-ascii': changed('945', { 'N1*ST': 'N1*ST*CAF\xe9' }),
  'x12.element.date': changed('945', { W06: 'W06*F*SO1001*20260230' }),
  'x12.element.time': changed('214', { AT7: 'AT7*X3*NS***20260130*2460' }),
  'x12.element.exclusive': changed('214', { AT7: 'AT7*X3*NS*AA*NA*20260130*0915' }),
  'x12.hl.number': changed('856', { 'HL*2': 'HL*1*1*O', 'HL*3': 'HL*3*1*P' }),
  'x12.hl.parent-by-order': changed('856', { 'HL*2': 'HL*2**O' }),
  'x12.hl.parent-empty': changed('856', { 'HL*1': 'HL*1**O', 'HL*2': 'HL*2**S' }),
  'x12.hl.parent': changed('856', { 'HL*3': 'HL*3*9*P' }),
  'x12.hl.depth': interchange({ set: '856', bodies: [['BSN*00*A1*20260130*0930', ...levels(80)]] }),
  'x12.acknowledge.address': () =>
    acknowledge(checked(header({ 6: ' '.repeat(15) })).interchanges[0]!, {
      controlNumbers: { interchange: '000000501', group: '31', set: '0001' },
      now: { date: '20260131', time: '1005' },
      includeAcceptedSets: true,
    }).findings,
  'x12.write.collision': () => write(draft('NTE', 'A*B')).findings,
  'x12.write.character': () => write(draft('NTE', '\u20ac')).findings,
  'x12.write.delimiters': () =>
    write({ ...draft('NTE', 'A'), delimiters: { element: '*', component: '*', terminator: '~' } }).findings,
  'x12.write.header': () => write({ ...draft('NTE', 'A'), control: '1' }).findings,
  'x12.write.segment': () => write(draft('nope', 'A')).findings,
};
