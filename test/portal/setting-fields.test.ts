import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Draft, draftOf, isChanged, settingsOf, type Typed, wrongIn } from '../../portal/src/lib/setting-draft.ts';
import { fieldsOf, groupsOf, wordsOfName } from '../../portal/src/lib/setting-fields.ts';
import { everyKind } from './every-kind.schema.ts';

const fields = fieldsOf(everyKind);
const field = (name: string) => fields.find((one) => one.name === name)!;
const empty = draftOf(fields);
const typing = (typed: Readonly<Record<string, Partial<Typed>>>, before: Draft = empty): Draft => ({
  ...before,
  ...Object.fromEntries(Object.entries(typed).map(([name, part]) => [name, { ...before[name]!, ...part }])),
});
const complete = typing({ host: { text: ' edi.quayside.example ' }, mode: { text: 'b' } });

test('every kind of setting that JSON Schema knows becomes a field; what no field fits is said as JSON', () => {
  expect(Object.fromEntries(fields.map(({ name, kind }) => [name, kind]))).toEqual({
    host: 'text',
    port: 'integer',
    weight: 'number',
    mode: 'choice',
    level: 'choice',
    bits: 'choice',
    algorithms: 'choices',
    patterns: 'list',
    isOn: 'boolean',
    isUsuallyOn: 'boolean',
    certificate: 'multiline',
    bundle: 'multiline',
    note: 'multiline',
    password: 'text',
    privateKey: 'multiline',
    shared: 'text',
    headers: 'json',
    either: 'json',
    circle: 'json',
  });
  expect(field('level').options).toEqual([
    { value: 'low', label: 'Low: for tests' },
    { value: 'high', label: 'high' },
  ]);
  expect(field('shared')).toMatchObject({ title: 'Of the definitions', help: 'Beside the reference' });
  expect([field('bundle').isBinary, field('password').isSecret, field('weight').isAdvanced]).toEqual([
    true,
    true,
    true,
  ]);
});

test('fields stand in the order of the schema, under the headings that it names', () => {
  expect(groupsOf(fields).map(({ title, fields: of }) => [title, of.length])).toEqual([
    [undefined, 15],
    ['Who signs', 4],
  ]);
  expect([wordsOfName('settleSeconds'), wordsOfName('as2_id')]).toEqual(['Settle seconds', 'As2 id']);
});

test('what is as usual is not sent unless it was stored, so that a better default reaches those who never chose', () => {
  expect(settingsOf(fields, complete)).toEqual({ host: 'edi.quayside.example', mode: 'b' });
  expect(settingsOf(fields, complete, { port: 22 })).toMatchObject({ port: 22 });
  expect(settingsOf(fields, typing({ isUsuallyOn: { isOn: false } }, complete))).toMatchObject({ isUsuallyOn: false });
});

test('what is typed is sent in the type of the schema', () => {
  const draft = typing(
    {
      port: { text: '2222' },
      bits: { text: '256' },
      algorithms: { chosen: ['sha256', 'sha512'] },
      patterns: { text: ' *.edi \n\n*.x12\n' },
      headers: { text: '{"X-Own": "1"}' },
      isOn: { isOn: true },
      password: { text: ' spaced ' },
    },
    complete,
  );
  expect(settingsOf(fields, draft)).toEqual({
    ...{ host: 'edi.quayside.example', port: 2222, mode: 'b', bits: 256, algorithms: ['sha256', 'sha512'] },
    ...{ patterns: ['*.edi', '*.x12'], headers: { 'X-Own': '1' }, isOn: true, password: ' spaced ' },
  });
});

test('a secret that has a value stays unless it is replaced or taken away', () => {
  const stored = draftOf(fields, { host: 'a', mode: 'b' }, ['password', 'privateKey']);
  expect(settingsOf(fields, stored, { host: 'a', mode: 'b' })).toEqual({ host: 'a', mode: 'b' });
  const changed = typing({ password: { secret: 'remove' }, privateKey: { secret: 'write', text: 'new' } }, stored);
  expect(settingsOf(fields, changed, { host: 'a', mode: 'b' })).toMatchObject({ password: null, privateKey: 'new' });
  expect([isChanged(stored, changed), isChanged(stored, { ...stored })]).toEqual([true, false]);
});

test('what is missing or no number is told before anybody is asked', () => {
  expect(wrongIn(fields, empty)).toEqual({ host: 'Enter host name.', mode: 'Choose mode.' });
  const wrong = typing({ port: { text: '22.5' }, weight: { text: 'much' }, headers: { text: '{' } }, complete);
  expect(wrongIn(fields, wrong)).toEqual({
    port: 'Enter a whole number.',
    weight: 'Enter a number.',
    headers: 'This is no JSON. Check brackets, quotes and commas.',
  });
});

test('what was stored comes back as it was, whichever kind it is', () => {
  const stored = {
    ...{ host: 'a', port: 2022, weight: 0.5, mode: 'a', bits: 128, algorithms: ['sha512'], patterns: ['*.a', '*.b'] },
    ...{ isOn: true, isUsuallyOn: false, note: 'two\nlines', headers: { a: [1] }, either: 7 },
  };
  expect(settingsOf(fields, draftOf(fields, stored), stored)).toEqual(stored);
});

test('no setting of the channels of this hub needs JSON, and each says what it is', () => {
  const folder = new URL('../../specs/channels/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const of = fieldsOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    const poor = of.filter(({ kind, help }) => kind === 'json' || help === undefined);
    expect({ file, poor: poor.map(({ name }) => name) }).toEqual({ file, poor: [] });
  }
});
