import { expect, test } from 'vitest';
import { redactor } from '../../services/flows/redact.ts';

test('secrets are taken out wherever they stand, each of several in one setting as well', () => {
  const [one, two] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
  const redact = redactor([`${one} ${two}`, 'correct horse']);
  expect(redact({ says: `no ${two}`, more: [{ header: one }], name: 'a horse' })).toEqual({
    says: 'no •••',
    more: [{ header: '•••' }],
    name: 'a horse',
  });
  const of = { transportId: '<1@correct horse>', detail: { mic: { 'sha-256': 'correct horse' } } };
  expect(redact(of)).toEqual(of);
  expect(redact('it was correct horse, or Y29ycmVjdCBob3JzZQ==')).toBe('it was •••, or •••');
});
