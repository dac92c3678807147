import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberFields, numbersIn, searchForms, soughtForms } from '../../services/domain/numbers.ts';

const events = new URL('../../specs/events/', import.meta.url);

/** Names of all fields of events that are free text. */
function textFields(schema: unknown, into: Set<string>): Set<string> {
  if (typeof schema !== 'object' || schema === null) return into;
  const { properties = {} } = schema as { properties?: Record<string, { type?: string; enum?: unknown }> };
  for (const [name, { type, enum: words }] of Object.entries(properties))
    if (type === 'string' && words === undefined) into.add(name);
  for (const part of Object.values(schema)) textFields(part, into);
  return into;
}

test('every field of an event that is called a number, an order or an id is searched, or said not to be', () => {
  const fields = new Set<string>();
  for (const name of readdirSync(events).filter((file) => file.endsWith('.schema.json')))
    textFields(JSON.parse(readFileSync(new URL(name, events), 'utf8')), fields);
  const called = [...fields].filter((name) =>
    /(Number|Order|Lading|Reference|Id|Authorization)$|^sscc|racking/.test(name),
  );
  // The line of an order, and the group's kind.
  const others = ['documentId', 'lineNumber', 'functionalId'];
  expect(called.filter((name) => !numberFields.has(name)).sort()).toEqual(others.sort());
  expect([...numberFields].filter((name) => !fields.has(name))).toEqual(['sscc'].filter((name) => !fields.has(name)));
});

test('numbers are found wherever they stand in an event, references among them, and quantities are none', () => {
  const data = {
    orderNumber: 'WH/OUT/00042',
    lines: [{ shipped: { value: '12' }, packages: [{ sscc: '000000000000000018', tracking: '1Z 999' }] }],
    references: [{ qualifier: 'CN', value: 'PRO-7' }],
  };
  expect(numbersIn(data)).toEqual(['WH/OUT/00042', '000000000000000018', '1Z 999', 'PRO-7']);
});

test.each([
  ['WH/OUT/00042', ['WHOUT00042', '00042', '42']],
  ['000000101', ['000000101', '101']],
  ['PO-88101', ['PO88101', '88101']],
  ['status 214.txt', ['STATUS214TXT']],
  ['---', []],
])('%s is found by %j', (number, forms) => {
  expect(searchForms([number])).toEqual(forms);
});

test.each([
  ['wh/out/42', ['WHOUT42']],
  ['0042', ['0042', '42']],
  ['%', []],
])('%s looks for what begins with one of %j', (words, forms) => {
  expect(soughtForms(words)).toEqual(forms);
});
