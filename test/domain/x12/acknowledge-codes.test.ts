import { describe, expect, it } from 'vitest';
import type { AcknowledgementKind } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { body } from './acknowledged.ts';
import { bodies, changed, interchange } from './support.ts';

/** For each code of the standard a 945 (or another set) that causes it. */
const segmentFaults: Record<string, string> = {
  '1': changed('945', { W27: ['W27*M*BHFT', 'Q99*1'] }),
  '2': changed('945', { LX: '', MAN: '' }),
  '3': changed('945', { W06: '' }),
  '4': changed('214', { AT7: Array(11).fill('AT7*X3*NS***20260130*0915*LT') }),
  '5': changed('945', { W27: ['W27*M*BHFT', 'W27*M*BHFT'] }),
  '6': changed('945', { W27: ['W27*M*BHFT', 'B10*PRO77*SHIP77*BHFT'] }),
  '7': changed('945', { W27: ['W27*M*BHFT', 'G62*11*20260130'] }),
  '8': changed('945', { W27: 'W27*M*BHFTX' }),
};
const elementFaults: Record<string, string> = {
  '1': changed('945', { W27: 'W27**BHFT' }),
  '2': changed('945', { W12: 'W12*CC*12*12**CA**VN' }),
  '3': changed('945', { 'N3*4': 'N3*4 DOCK ROAD*A*B' }),
  '4': changed('945', { 'N4*': 'N4*DAYTON*OH*45*US' }),
  '5': changed('945', { W27: 'W27*M*BHFTX' }),
  '6': changed('945', { W03: 'W03*1x*240*LB' }),
  '7': changed('945', { 'N1*ST': 'N1*!!*HILLTOP STORES' }),
  '8': changed('945', { W06: 'W06*F*SO1001*20261330*SHIP77' }),
  '9': changed('214', { AT7: 'AT7*X3*NS***20260130*2575*LT' }),
  '10': changed('214', { AT7: 'AT7*X3*NS*AA*NA*20260130*0915*LT' }),
};
const setFaults: Record<string, string> = {
  '1': interchange({ set: '888', functionalId: 'SW', bodies: [['W06*F*1*20260130']] }),
  '2': interchange({}, (segments) => segments.filter((segment) => !segment.startsWith('SE*'))),
  '3': interchange({}, (segments) => segments.map((segment) => segment.replace(/^SE\*16\*0001$/, 'SE*16*0009'))),
  '4': interchange({}, (segments) => segments.map((segment) => segment.replace(/^SE\*16\*/, 'SE*15*'))),
  '5': elementFaults['5']!,
  '6': interchange({ set: '945', functionalId: 'QM' }),
  '7': interchange().replace('ST*945*0001', 'ST*945*01').replace('SE*16*0001', 'SE*16*01'),
  '23': interchange({ bodies: [bodies['945'], bodies['945']] }).replaceAll('*0002', '*0001'),
};

describe('the codes of the standard', () => {
  const picked = (text: string, kind: AcknowledgementKind) => {
    const segments = body(text, kind).map((segment) => segment.split('*'));
    const of = (...ids: string[]) => segments.filter(([id]) => ids.includes(id!));
    return {
      segment: of('AK3', 'IK3').map((segment) => segment[4]!),
      element: of('AK4', 'IK4').map((segment) => segment[3]!),
      set: of('AK5', 'IK5').flatMap((segment) => segment.slice(2)),
      status: of('AK5', 'IK5').map((segment) => segment[1]!),
      group: of('AK9'),
    };
  };

  it.each(Object.keys(segmentFaults))('IK304 %s stands in the 999 as AK304 does in the 997', (code) => {
    const received = picked(segmentFaults[code]!, '999');
    expect(received.segment).toContain(code);
    expect(received).toEqual(picked(segmentFaults[code]!, '997'));
  });

  it.each(Object.keys(elementFaults))('IK403 %s stands in the 999 as AK403 does in the 997', (code) => {
    const received = picked(elementFaults[code]!, '999');
    expect(received.element).toContain(code);
    expect(received).toEqual(picked(elementFaults[code]!, '997'));
  });

  it.each(Object.keys(setFaults))('IK502 %s stands in the 999 as AK502 does in the 997', (code) => {
    const received = picked(setFaults[code]!, '999');
    expect(received.set).toContain(code);
    expect(received).toEqual(picked(setFaults[code]!, '997'));
  });
});
