import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { bodies } from '../x12/support.ts';
import { brief, found, guideOf, guideText, setOf } from './support.ts';

const good = bodies['214'];
const without = (start: string) => good.filter((segment) => !segment.startsWith(start));
const replaced = (start: string, ...by: string[]) =>
  good.flatMap((segment) => (segment.startsWith(start) ? by : [segment]));

describe('what a guide says about segments and loops', () => {
  it('is a finding where a required segment is missing, at the place where it should stand, with I8', () => {
    const text = 'segments:\n  LX/AT7/MS1: { use: required, note: The city of each status. }\n';
    expect(found(text, without('MS1')).map(brief)).toEqual([
      {
        code: 'guide.segment-missing',
        segment: 'MS1',
        position: 9,
        expected: 'LX/AT7/MS1 (Equipment, shipment, or property location)',
        ack: { ik304: 'I8' },
      },
    ]);
  });

  it('quotes the note of the guide and names the guide', () => {
    const text = 'segments:\n  LX/AT7/MS1: { use: required, note: The city of each status. }\n';
    const [finding] = found(text, without('MS1'));
    expect(finding).toMatchObject({ level: 'guide', loop: 'AT7' });
    expect(finding!.explanation).toContain('the guide “Test guide” (test/g) requires it: The city of each status.');
  });
});

it('x', () => {
  const guide = guideOf(guideText('segments:\n  B10: { elements: { 02: { length: 1..3 } } }\n'));
  console.log(checkGuide(setOf('214', replaced('B10', 'B10*PRO*SHIP77*BHFT')), guide));
});
