import { expect } from 'vitest';
import { type AcknowledgementKind, acknowledge } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Interchange } from '../../../services/domain/x12/model.ts';
import { checked, secondReader, textOf } from './support.ts';

export const only = (text: string): Interchange => checked(text).interchanges[0]!;
export const answer = (one: Interchange, kind: AcknowledgementKind = '999', includeAcceptedSets = true) =>
  acknowledge(one, {
    kind,
    // node-x12 reads no TA1 outside a group.
    ta1: 'never',
    controlNumbers: { interchange: '000000501', group: ['31', '32'], set: '0001' },
    now: { date: '20260131', time: '1005' },
    includeAcceptedSets,
  });

/** Segments between ST and SE; the answer itself must be without a fault, for us and for node-x12. */
export function body(one: Interchange | string, kind: AcknowledgementKind = '999'): string[] {
  const { bytes } = answer(typeof one === 'string' ? only(one) : one, kind).functional!;
  expect(allFindings(checked(bytes)).filter(({ level }) => level !== 'note')).toEqual([]);
  const text = textOf(bytes);
  expect(secondReader(text).flat().length).toBe(text.split('~').length - 7);
  return text.split('~').slice(3, -4);
}
