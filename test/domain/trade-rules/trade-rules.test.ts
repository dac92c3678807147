import { describe, expect, it } from 'vitest';
import { lintSet } from '../../../services/domain/lint/lint-set.ts';
import { tradeRules } from '../mapping/support.ts';
import { body, checked, checkedSet, linted } from './support.ts';

/** Trade rule by trade rule: a document that falls into it, and one that does not. */
describe('units', () => {
  it.each([
    ['945', 'W12*CC*6*6**CS**VN*SKU', 'W12', 5, 'CS', 'CA', 'W12*CC*6*6**CA**VN*SKU'],
    ['940', 'W01*6*PA**VN*SKU', 'W01', 2, 'PA', 'PL', 'W01*6*PL**VN*SKU'],
    ['943', 'W04*6*PT**VN*SKU\nW03*6', 'W04', 2, 'PT', 'PL', 'W04*6*PL**VN*SKU'],
    ['944', 'W07*6*CO**VN*SKU\nW14*6', 'W07', 2, 'CO', 'CT', 'W07*6*CT**VN*SKU'],
    ['947', 'W19*01*6*CS**VN*SKU', 'W19', 3, 'CS', 'CA', 'W19*01*6*CA**VN*SKU'],
    ['856', 'HL*1**S\nHL*2*1*O\nHL*3*2*I\nLIN**VN*SKU\nSN1**6*CS', 'SN1', 3, 'CS', 'CA', 'SN1**6*CA'],
    ['850', 'PO1*1*6*CS*2**VN*SKU', 'PO1', 3, 'CS', 'CA', 'PO1*1*6*CA*2**VN*SKU'],
    ['855', 'PO1*1*6*EA*2**VN*SKU\nACK*IA*6*CS', 'ACK', 3, 'CS', 'CA', 'ACK*IA*6*CA'],
    ['810', 'IT1*1*6*CS*2**VN*SKU\nTDS*1200', 'IT1', 3, 'CS', 'CA', 'IT1*1*6*CA*2**VN*SKU'],
  ])(
    'of the %s: a cassette, pail, pint or cubic metre that was meant as something else',
    (set, lines, segment, element, said, expected, corrected) => {
      expect(checked(set, body(set, lines))).toMatchObject([
        { code: 'business.code-trap', level: 'business', segment, element, received: said, expected, corrected },
      ]);
      expect(checked(set, body(set, lines.replace(`*${said}`, `*${expected}`)))).toEqual([]);
    },
  );

  it('of the 846, in the composite of QTY', () => {
    const lines = (unit: string) => body('846', 'N1*WH*QUAYSIDE', 'LIN**VN*SKU', `QTY*17*6*${unit}`);
    expect(checked('846', lines('CS'))).toMatchObject([
      { code: 'business.code-trap', segment: 'QTY', element: 3, received: 'CS' },
    ]);
    expect(checked('846', lines('CA'))).toEqual([]);
  });

  it('of weight: letters of list 188 where 355 holds, and words of 355 where 188 holds, are told with the standard’s fault', () => {
    const advice = linted('945', body('945', 'W12*CC*6*6**CA**VN*SKU', 'W03*6*20*L'));
    expect(advice.findings).toMatchObject([
      { level: 'standard', segment: 'W03', element: 3, corrected: 'W03*6*20*LB' },
    ]);
    expect(advice.findings[0]!.explanation).toContain('L belongs to list 188');
    const status = linted('214', body('214', 'AT7*X3*NS***20260130*0915', 'AT8*G*LB*240*12'));
    expect(status.findings).toMatchObject([
      { level: 'standard', segment: 'AT8', element: 2, corrected: 'AT8*G*L*240*12' },
    ]);
    expect(linted('214', body('214', 'AT7*X3*NS***20260130*0915', 'AT8*G*L*240*12')).findings).toEqual([]);
  });
});

describe('statuses of a 214', () => {
  it('a status without a reason: the standard’s fault says NS, that of an appointment NA', () => {
    const [status] = linted('214', body('214', 'AT7*X3****20260130*0915')).findings;
    expect(status).toMatchObject({ code: 'x12.element.conditional-missing', level: 'standard', element: 2 });
    expect(status!.explanation).toMatch(/rule P0102.*NS \(normal\)/s);
    const [appointment] = linted('214', body('214', 'AT7***AA**20260130')).findings;
    expect(appointment!.explanation).toMatch(/rule P0304.*NA \(normal appointment\)/s);
    expect(linted('214', body('214', 'AT7*X3*NS***20260130*0915')).findings).toEqual([]);
  });

  it('status and appointment in one AT7: the standard’s fault says to write two', () => {
    const [fault] = linted('214', body('214', 'AT7*X3*NS*AA*NA*20260130')).findings;
    expect(fault).toMatchObject({ code: 'x12.element.exclusive', element: 3 });
    expect(fault!.explanation).toMatch(/rule E0103.*write an AT7 for each/s);
  });

  it('a reason in place of a status, and a status in place of a reason', () => {
    expect(checked('214', body('214', 'AT7*AO*NS***20260130'))).toMatchObject([
      { code: 'business.reason-as-status', segment: 'AT7', element: 1, received: 'AO' },
    ]);
    expect(checked('214', body('214', 'AT7*SD*X1***20260130'))).toMatchObject([
      { code: 'business.status-as-reason', element: 2, received: 'X1' },
    ]);
    expect(checked('214', body('214', 'AT7*SD*AO***20260130'))).toEqual([]);
  });

  it('the same letters twice, which mean different things', () => {
    expect(checked('214', body('214', 'AT7*AF*AF***20260130*0915'))).toMatchObject([
      { code: 'business.same-letters', level: 'note', segment: 'AT7', position: 4 },
    ]);
    expect(checked('214', body('214', 'AT7*AF*NS***20260130*0915'))).toEqual([]);
  });
});

describe('keys of GS1', () => {
  const sscc = '00106141411234567897';
  it('an SSCC with a wrong check digit, with the right one', () => {
    const levels = (label: string) =>
      body('856', 'HL*1**S', 'HL*2*1*O', 'HL*3*2*P', `MAN*GM*${label}`, 'HL*4*3*I', 'LIN**VN*SKU', 'SN1**6*CA');
    expect(checked('856', levels('00106141411234567890'))).toMatchObject([
      { code: 'business.check-digit', segment: 'MAN', element: 2, corrected: `MAN*GM*${sscc}` },
    ]);
    expect(checked('856', levels(sscc))).toEqual([]);
    expect(checked('945', body('945', 'MAN*AA*106141411234567890', 'W12*CC*6*6**CA**VN*SKU'))).toMatchObject([
      { code: 'business.check-digit', corrected: 'MAN*AA*106141411234567897' },
    ]);
  });

  it('an SSCC on two packages, each time it comes again, with or without its application identifier', () => {
    const labels = (...all: string[]) =>
      body(
        '945',
        ...all.flatMap((label, nth) => [
          ...(nth > 0 ? [`LX*${nth + 1}`] : []),
          `MAN*${label}`,
          'W12*CC*6*6**CA**VN*SKU',
        ]),
      );
    expect(checked('945', labels(`GM*${sscc}`, 'AA*106141411234567897', `GM*${sscc}`))).toMatchObject([
      { code: 'business.sscc-repeated', position: 9 },
      { code: 'business.sscc-repeated', position: 12 },
    ]);
    expect(checked('945', labels(`GM*${sscc}`, 'GM*00006141410000000012'))).toEqual([]);
  });

  it.each([
    ['945', 'W12*CC*6*6**CA*', '*SK*LAMP', '*UK*'],
    ['940', 'W01*6*CA*', '*SK*LAMP', '*UK*'],
    ['943', 'W04*6*CA*', '*SK*LAMP\nW03*6', '*UK*'],
    ['944', 'W07*6*CA*', '*SK*LAMP\nW14*6', '*UK*'],
    ['947', 'W19*01*6*CA*', '*SK*LAMP', '*UK*'],
  ])(
    'a U.P.C. of the %s with a wrong check digit; a case code, which has none, is a remark where no GTIN stands beside it',
    (set, before, behind, gtin) => {
      const said = (code: string, rest = behind) => checked(set, body(set, `${before}${code}${rest}`));
      expect(said('614141000013')).toMatchObject([
        { code: 'business.check-digit', level: 'business', received: '614141000013', expected: '614141000012' },
      ]);
      expect(said('614141000012')).toEqual([]);
      expect(said('004600072183')).toMatchObject([{ code: 'business.check-digit', level: 'note' }]);
      expect(said('004600072183', behind.replace('*SK*LAMP', `${gtin}10046000721832`))).toEqual([]);
      expect(said('004600072183', behind.replace('*SK*LAMP', `${gtin}10046000721833`))).toMatchObject([
        { level: 'business', received: '10046000721833', expected: '10046000721832' },
      ]);
    },
  );

  it('a case code behind UA has no check digit', () => {
    expect(checked('850', body('850', 'PO1**26*CA*21.1*CA*UA*004184080648\nCTT*1'))).toEqual([]);
  });

  it('a GLN with a wrong check digit', () => {
    const party = (gln: string) => body('850', `N1*ST*HILLTOP STORES*UL*${gln}`, 'PO1*1*6*CA*2**VN*SKU');
    expect(checked('850', party('0614141000015'))).toMatchObject([
      { code: 'business.check-digit', segment: 'N1', element: 4, expected: '0614141000012' },
    ]);
    expect(checked('850', party('0614141000012'))).toEqual([]);
    expect(checked('850', body('850', 'N1*ST*HILLTOP STORES*92*0614141000015', 'PO1*1*6*CA*2**VN*SKU'))).toEqual([]);
  });

  const wrong = '614141000013';
  const right = '614141000012';
  it.each([
    ['945', `W12*CC*6*6**CA*${wrong}*VN*SKU`, 6],
    ['945', `W12*CC*6*6**CA**VN*SKU*********UP*${wrong}`, 18],
    ['940', `W01*6*CA*${wrong}*VN*SKU`, 3],
    ['940', `W01*6*CA**VN*SKU*UP*${wrong}`, 7],
    ['943', `W04*6*CA**UP*${wrong}\nW03*6`, 5],
    ['944', `W07*6*CA**UP*${wrong}\nW14*6`, 5],
    ['856', `HL*1**S\nHL*2*1*O\nHL*3*2*I\nLIN**VN*SKU*UK*10614141000418\nSN1**6*CA`, 5],
    ['846', `N1*WH*QUAYSIDE\nLIN**EN*629104150021${4}\nQTY*17*6*CA`, 3],
    ['850', `PO1*1*6*CA*2**VN*SKU*UP*${wrong}`, 9],
    ['855', `PO1*1*6*CA*2**UP*${wrong}`, 7],
    ['810', `IT1*1*6*CA*2**UP*${wrong}\nTDS*1200`, 7],
  ])('a GTIN with a wrong check digit, in the %s', (set, lines, element) => {
    expect(checked(set, body(set, lines))).toMatchObject([{ code: 'business.check-digit', element }]);
    const mended = lines
      .replace(wrong, right)
      .replace('10614141000418', '10614141000415')
      .replace('6291041500214', '6291041500213');
    expect(checked(set, body(set, mended))).toEqual([]);
  });
});

describe('time codes', () => {
  const status = (code: string, day: string, place = 'DAYTON*OH*US') =>
    body('214', `AT7*X3*NS***${day}*0915*${code}`, `MS1*${place}`);

  it('standard time in summer and daylight time in winter, with the code that the day keeps', () => {
    expect(checked('214', status('ES', '20260715'))).toMatchObject([
      {
        code: 'business.time-code-season',
        element: 7,
        received: 'ES',
        expected: 'ED',
        corrected: 'AT7*X3*NS***20260715*0915*ED',
      },
    ]);
    expect(checked('214', status('PD', '20260115'))).toMatchObject([{ received: 'PD', expected: 'PS' }]);
    for (const [code, day] of [
      ['ES', '20260115'],
      ['ED', '20260715'],
      ['CS', '20261102'],
      ['LT', '20260715'],
      ['ET', '20260715'],
      ['UT', '20260715'],
    ] as const)
      expect([code, checked('214', status(code, day))]).toEqual([code, []]);
  });

  it('leave places alone that do not change their clocks', () => {
    expect(checked('214', status('MS', '20260715', 'PHOENIX*AZ*US'))).toEqual([]);
    expect(checked('214', status('MS', '20260715', 'WHITEHORSE*YT*CA'))).toEqual([]);
    expect(checked('214', status('CS', '20260715', 'MONTERREY*NL*MX'))).toEqual([]);
    expect(checked('214', status('MS', '20260715', 'DENVER*CO*US'))).toMatchObject([{ expected: 'MD' }]);
  });

  it('are remarks only where nothing happened at that moment', () => {
    expect(
      checked('945', body('945', 'W12*CC*6*6**CA**VN*SKU').replace('W27', 'G62*11*20260715*8*0915*CS\nW27')),
    ).toMatchObject([{ code: 'business.time-code-season', level: 'note', segment: 'G62', element: 5 }]);
    expect(checked('856', body('856', 'DTM*011*20260715*0900*ES', 'HL*1**S', 'HL*2*1*O'))).toMatchObject([
      { level: 'note', segment: 'DTM', element: 4 },
    ]);
  });
});

describe('the linter', () => {
  it('causes no acknowledgement and changes no status', () => {
    const set = linted('945', body('945', 'W12*CC*6*6**CS**VN*SKU'));
    expect([set.status, set.findings.map(({ ack }) => ack)]).toEqual(['A', [undefined]]);
  });

  it('leaves a set that it has nothing to say of as it is', () => {
    const set = checkedSet('945', body('945', 'W12*CC*6*6**CA**VN*SKU'));
    expect(lintSet(set, { guides: [], tradeRules })).toBe(set);
  });
});
