import { describe, expect, it } from 'vitest';
import { gs1CheckDigit, readGtin, readSscc } from '../../../services/domain/mapping/run/check-digit.ts';

describe('GS1 check digits', () => {
  it.each([
    ['629104150021', 3],
    ['03600024145', 7],
    ['061414100001', 2],
    ['1061414100041', 5],
    ['00614141123456789', 0],
    ['00000000000000001', 7],
  ])('%s has the check digit %i', (body, digit) => {
    expect(gs1CheckDigit(body)).toBe(digit);
  });

  it('reads an SSCC with and without its application identifier', () => {
    for (const text of ['006141410000000012', '00006141410000000012', '(00)006141410000000012']) {
      expect(readSscc(text)).toEqual({ digits: '006141410000000012', valid: true, corrected: '006141410000000012' });
    }
  });

  it('says which digit would be right', () => {
    expect(readSscc('006141410000000017')).toMatchObject({ valid: false, corrected: '006141410000000012' });
    expect(readGtin('614141000013')).toMatchObject({ valid: false, corrected: '614141000012' });
  });

  it.each(['', '12345', '61414100001X', '0061414100000000123', '123456789'])('takes %j for neither key', (text) => {
    expect(readSscc(text)).toBeUndefined();
    expect(readGtin(text)).toBeUndefined();
  });
});
