import { zipSync } from 'fflate';

// One layout of a 945 in every format, made for these tests: parties told apart by their code, a longer order number, a code that the standard lacks,
// a mandatory element left out, a segment of another set, and a syntax rule of the partner's own.

export const sefLayout = `.VER 1.6
.INI
ADVICE,,004 010,X,X12-4010,Shipping advice
.STD ,RE
.SETS
945=^[ST,M][W06,M]{:1[N1,M][N3,,2][N4,M]}{:1[N1][N3,,2]}[G62][W27,M][MS2]^{:>1[LX,M]{:>1[W12,M][N9]}}^[W03][SE,M]
.SEGS
W06=[514,M][285;1:40,M][373,M]
N1=[98,M][93;1:35,M]
N3=[166,M]
N4=[19,M][156,M][116,M]
G62=[432,M][373,M]+R0103P0102P0304
W27=[91,M][140;2:4,M]+R0203P0102
MS2=[140]
LX=[554,M]
W12=[368,M][330,M][382,M][.383][.355][438]
N9=[128,M][127,M][.369][.373][337][623]
W03=[382][81]
.ELMS
514=ID,1,1
285=AN,1,22
.CODES
514=F,J
98=ST,SF%[ST]+945/3///1[SF]+945/6///1
432=10:11
91=M,T
368=CC,CP
128=LT
623=ET,QQ
`;

type Cell = string;
const heading: readonly Cell[] = ['Segment', 'Element', 'Req', 'Max Use', 'Loop Repeat', 'Min/Max', 'Codes', 'Rules'];

const segment = (id: string, req: string, max = '', loop = '', rules = ''): Cell[] => [
  id,
  '',
  req,
  max,
  loop,
  '',
  '',
  rules,
];
const element = (place: string, req: string, length = '', codes = ''): Cell[] => [
  '',
  place,
  req,
  '',
  '',
  length,
  codes,
  '',
];

export const tableLayout: readonly (readonly Cell[])[] = [
  ['Transaction set 945, version 004010'],
  [],
  heading,
  segment('W06', 'M', '1'),
  element('W0601', 'M', '', 'F, J'),
  element('W0602', 'M', '1/40'),
  element('W0603', 'M'),
  segment('N1', 'M', '', '1'),
  element('N101', 'M', '', 'ST'),
  element('N102', 'M', '1/35'),
  segment('N3', 'O', '2'),
  element('N301', 'M'),
  segment('N4', 'M', '1'),
  element('N401', 'M'),
  element('N402', 'M'),
  element('N403', 'M'),
  segment('N1', 'O', '', '1'),
  element('N101', 'M', '', 'SF'),
  element('N102', 'M', '1/35'),
  segment('N3', 'O', '2'),
  element('N301', 'M'),
  segment('G62', 'O', '1'),
  element('01', 'M', '', '10\n11'),
  element('02', 'M'),
  segment('W27', 'M', '1', '', 'R0203 P0102'),
  element('W27-01', 'M', '', 'M = Motor; T = Best way'),
  element('W27-02', 'M', '2-4'),
  segment('MS2', 'O', '1'),
  element('MS201', 'O'),
  segment('LX', 'M', '', '>1'),
  element('LX01', 'M'),
  segment('W12', 'M', '', '>1'),
  element('W1201', 'Mandatory', '', 'CC CP'),
  element('W1202', 'M'),
  element('W1203', 'M'),
  element('W1206', 'O'),
  segment('N9', 'O', '1'),
  element('N901', 'M', '', 'LT'),
  element('N902', 'M'),
  element('N905', 'O'),
  element('N906', 'O', '', 'ET, QQ'),
  segment('W03', 'O', '1'),
  element('W0301', 'O'),
  element('W0302', 'O'),
];

export const csvLayout = (separator = ',', rows = tableLayout): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');

/** A workbook with one sheet, as small as one can be. */
export function xlsxOf(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { merges = '', dimension = '' }: { merges?: string; dimension?: string } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const letter = (column: number) => String.fromCharCode(65 + column);
  const sheetXml = (rows: readonly (readonly Cell[])[]) =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${dimension}<sheetData>${rows
      .map(
        (row, nth) =>
          `<row r="${nth + 1}">${row
            .map((cell, column) =>
              cell === '' ? '' : `<c r="${letter(column)}${nth + 1}" t="inlineStr"><is><t>${safe(cell)}</t></is></c>`,
            )
            .join('')}</row>`,
      )
      .join('')}</sheetData>${merges}</worksheet>`;
  const text = (content: string) => new TextEncoder().encode(content);
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packageNs = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '[Content_Types].xml': text(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'xl/workbook.xml': text(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${names
        .map((name, nth) => `<sheet name="${safe(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<?xml version="1.0"?><Relationships xmlns="${packageNs}">${names
        .map(
          (_, nth) =>
            `<Relationship Id="rId${nth + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${nth + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      names.map((name, nth) => [`xl/worksheets/sheet${nth + 1}.xml`, text(sheetXml(sheets[name]!))]),
    ),
  });
}

export const eslLayout = `form: X12
version: '004010'
imports: [ '/x12/004010/basedefs.esl' ]
structures:
- id: '945'
  class: SW
  heading:
  - { idRef: 'ST', position: '0100', usage: M }
  - { idRef: 'W06', position: '0200', usage: M }
  - groupId: '0300'
    position: '0300'
    usage: M
    count: 1
    items:
    - { id: 'N1', position: '01', usage: M, values: [ { idRef: '98', usage: M, codes: [ST] }, { idRef: '93', usage: M, minLength: 1, maxLength: 35 } ] }
    - { idRef: 'N3', position: '02', usage: O, count: 2 }
    - { idRef: 'N4', position: '03', usage: M }
  - groupId: '0300B'
    position: '0300'
    usage: O
    items:
    - { id: 'N1', position: '01', usage: O, values: [ { idRef: '98', usage: M, codes: [SF] }, { idRef: '93', usage: M, minLength: 1, maxLength: 35 } ] }
    - { idRef: 'N3', position: '02', usage: O, count: 2 }
  - { idRef: 'G62', position: '0900', usage: O }
  - { idRef: 'W27', position: '1000', usage: M }
  - { idRef: 'MS2', position: '1100', usage: O }
  detail:
  - groupId: 'LX'
    usage: M
    count: '>1'
    items:
    - { idRef: 'LX', usage: M }
    - groupId: 'W12'
      usage: M
      count: '>1'
      items:
      - { idRef: 'W12', usage: M }
      - { idRef: 'N9', usage: O }
  summary:
  - { idRef: 'W03', position: '0100', usage: O }
  - { idRef: 'SE', position: '0200', usage: M }
segments:
- id: 'W06'
  values:
  - { idRef: '514', usage: M }
  - { idRef: '285', usage: M, length: { min: 1, max: 40 } }
  - { idRef: '373', usage: M }
- { id: 'N3', values: [ { idRef: '166', usage: M } ] }
- { id: 'N4', values: [ { idRef: '19', usage: M }, { idRef: '156', usage: M }, { idRef: '116', usage: M } ] }
- { id: 'G62', values: [ { idRef: '432', usage: M }, { idRef: '373', usage: M } ], rules: [ P0102 ] }
- id: 'W27'
  values:
  - { idRef: '91', usage: M }
  - { idRef: '140', usage: M, minLength: 2, maxLength: 4 }
  rules: [ { type: paired, items: [ 1, 2 ] } ]
- { id: 'MS2', values: [ { idRef: '140', usage: O } ] }
- { id: 'LX', values: [ { idRef: '554', usage: M } ] }
- { id: 'W12', values: [ { idRef: '368', usage: M }, { idRef: '330', usage: M }, { idRef: '382', usage: M }, { idRef: '438', position: '06', usage: O } ] }
- { id: 'N9', values: [ { idRef: '128', usage: M }, { idRef: '127', usage: M }, { idRef: '337', position: '05', usage: O }, { idRef: '623', position: '06', usage: O } ] }
- { id: 'W03', values: [ { idRef: '382', usage: O }, { idRef: '81', usage: O } ] }
elements:
- { id: '514', type: ID, minLength: 1, maxLength: 1, codes: [ F, J ] }
- { id: '432', type: ID, codes: { '10': Requested ship, '11': Shipped } }
- { id: '91', codeSet: [ { code: M, desc: Motor }, { code: T, desc: Best way } ] }
- { id: '368', codes: [ CC, CP ] }
- { id: '128', codes: [ LT ] }
- { id: '623', codes: [ ET, QQ ] }
`;

/** @param prefix of version 1 or 2 */
export function openEdiLayout(prefix = 'x-openedi'): string {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const many = (name: string, maxItems?: number) => ({
    type: 'array',
    items: ref(name),
    ...(maxItems && { maxItems }),
  });
  const coded = (id: string, codes: string[]) => ({
    type: 'string',
    format: `X12_ID_${id}`,
    enum: codes,
    [`${prefix}-element-id`]: id,
  });
  const listed = (id: string) => ({ type: 'string', allOf: [ref(`X12_ID_${id}`)], [`${prefix}-element-id`]: id });
  const text = (id: string, minLength?: number, maxLength?: number) => ({
    ...{ type: 'string', format: 'X12_AN', [`${prefix}-element-id`]: id },
    ...(maxLength && { minLength, maxLength }),
  });
  const segment = (
    id: string,
    properties: Record<string, unknown>,
    required: string[] = Object.keys(properties),
    syntax: string[] = [],
  ) => ({
    type: 'object',
    [`${prefix}-segment-id`]: id,
    properties,
    required,
    ...(syntax.length > 0 && { [`${prefix}-syntax`]: syntax }),
  });
  const loop = (id: string, properties: Record<string, unknown>, required: string[]) => ({
    type: 'object',
    [`${prefix}-loop-id`]: id,
    properties,
    required,
  });
  const party = (code: string) => segment('N1', { Code_01: coded('98', [code]), Name_02: text('93', 1, 35) });
  return JSON.stringify(
    {
      openapi: '3.0.0',
      info: { title: 'Shipping advice', version: '1' },
      components: {
        schemas: {
          TS945: {
            type: 'object',
            [`${prefix}-message-id`]: '945',
            [`${prefix}-message-standard`]: 'X12',
            [`${prefix}-message-version`]: '004010',
            required: ['ST', 'W06', 'ShipTo', 'W27', 'LX', 'SE'],
            properties: {
              ...{
                ST: ref('ST'),
                W06: ref('W06'),
                ShipTo: ref('LoopShipTo'),
                ShipFrom: ref('LoopShipFrom'),
                G62: ref('G62'),
              },
              ...{ W27: ref('W27'), MS2: ref('MS2'), LX: many('LoopLX'), W03: ref('W03'), SE: ref('SE') },
            },
          },
          ST: segment('ST', { Id_01: text('143') }),
          SE: segment('SE', { Count_01: text('96') }),
          W06: segment('W06', { Reporting_01: listed('514'), Order_02: text('285', 1, 40), Date_03: text('373') }),
          LoopShipTo: loop('N1', { N1: ref('N1To'), N3: many('N3', 2), N4: ref('N4') }, ['N1', 'N4']),
          LoopShipFrom: loop('N1', { N1: ref('N1From'), N3: many('N3', 2) }, ['N1']),
          N1To: party('ST'),
          N1From: party('SF'),
          N3: segment('N3', { Line_01: text('166') }),
          N4: segment('N4', { City_01: text('19'), State_02: text('156'), Zip_03: text('116') }),
          G62: segment('G62', { Kind_01: coded('432', ['10', '11']), Date_02: text('373') }),
          W27: segment('W27', { Way_01: coded('91', ['M', 'T']), Scac_02: text('140', 2, 4) }, undefined, [
            'R0203',
            'P0102',
          ]),
          MS2: segment('MS2', { Scac_01: text('140') }, []),
          LoopLX: loop('LX', { LX: ref('LX'), W12: many('LoopW12') }, ['LX', 'W12']),
          LX: segment('LX', { Number_01: text('554') }),
          LoopW12: loop('W12', { W12: ref('W12'), N9: ref('N9') }, ['W12']),
          W12: segment(
            'W12',
            {
              Status_01: coded('368', ['CC', 'CP']),
              Ordered_02: text('330'),
              Shipped_03: text('382'),
              Code_06: text('438'),
            },
            ['Status_01', 'Ordered_02', 'Shipped_03'],
          ),
          N9: segment(
            'N9',
            { Kind_01: coded('128', ['LT']), Value_02: text('127'), Time_05: text('337'), Zone_06: listed('623') },
            ['Kind_01', 'Value_02'],
          ),
          W03: segment('W03', { Units_01: text('382'), Weight_02: text('81') }, []),
          X12_ID_514: { type: 'string', enum: ['F', 'J'] },
          X12_ID_623: { type: 'string', enum: ['ET', 'QQ'] },
        },
      },
    },
    undefined,
    1,
  );
}
