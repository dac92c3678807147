import { expect, test } from 'vitest';
import {
  isFreeMail,
  likelySame,
  nameLikeness,
  plainName,
  tradeNumbers,
} from '../../../services/domain/identity/likeness.ts';
import { htmlText, mailOf, plainText } from '../../../services/domain/identity/mails.ts';

test.each([
  ['Blue Heron Freight, Inc.', 'BLUE HERON FREIGHT'],
  ['Müller & Söhne GmbH', 'Muller and Sohne'],
  ['The Harbour-Row Storage Company', 'Harbour Row Storage LLC'],
])('%s and %s are one name', (one, other) => {
  expect(plainName(one)).toBe(plainName(other));
});

test('a name of nothing but common words is compared as it stands', () => {
  expect(plainName('The Company Inc.')).toBe('the company inc');
});

test.each([
  ['blue heron freight', 'blue herons freight', true],
  ['quayside logistics', 'quay side logistic', true],
  ['blue heron freight', 'blue sky freight', false],
  ['harbour row storage', 'harbour freight', false],
])('%s and %s are alike: %s', (one, other, alike) => {
  expect(nameLikeness(one, other) >= 0.82).toBe(alike);
});

test('what is surest comes first, each company once', () => {
  const known = [
    { id: 'a', name: 'Acme Freight', scacs: ['ACMF'], duns: [], glns: [], domains: ['gmail.com'] },
    { id: 'b', name: 'Beta Lines', scacs: [], duns: [], glns: [], domains: ['beta.example'] },
  ];
  const found = likelySame({ name: 'Acme Freight', scac: 'acmf', email: 'x@Beta.example' }, known);
  expect(found.map(({ companyId, reason }) => [companyId, reason])).toEqual([
    ['b', 'email-domain'],
    ['a', 'scac'],
  ]);
  expect(likelySame({ name: 'Nothing Alike', email: 'y@gmail.com' }, known)).toEqual([]);
  expect([isFreeMail('yahoo.co.uk'), isFreeMail('beta.example')]).toEqual([true, false]);
});

test('numbers of the trade are checked, the GLN with its check digit', () => {
  expect([tradeNumbers.scac('BHFT'), tradeNumbers.duns('123456789'), tradeNumbers.gln('4006381333931')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  for (const wrong of [tradeNumbers.scac('B1'), tradeNumbers.duns('12'), tradeNumbers.gln('4006381333932')])
    expect(wrong).toBeDefined();
});

test('names in mails can neither break a line, hide, nor become markup', () => {
  const mail = mailOf({
    purpose: 'notice',
    of: {
      name: 'A\r\nBcc: x@y.example',
      what: '<script>\u202e',
      at: new Date(0),
      address: '',
      link: 'https://h/account',
    },
  });
  expect(`${mail.subject}${plainText(mail)}`).not.toMatch(/\r|\u202e|\nBcc/);
  expect(htmlText(mail)).not.toContain('<script>');
  expect(htmlText(mail)).toContain('&#60;script&#62;');
});
