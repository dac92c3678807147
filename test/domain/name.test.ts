import { expect, test } from 'vitest';
import { isEmail } from '../../services/domain/email.ts';
import { faultOfName, longestName } from '../../services/domain/name.ts';
import { contractFile } from '../../services/http/contract-file.ts';

test('a name is what people can read, in whatever script', () => {
  for (const name of ['Quayside Logistics', ' Spaced ', "O'Brien & Söhne №7", '港湾物流', 'null', 'شركة'])
    expect(faultOfName('organization', name), name).toBeUndefined();
});

test.each([
  ['', 'is empty'],
  [' \u00a0\t', 'is empty'],
  ['B'.repeat(121), 'is longer than 120 characters'],
  ['two\nlines', 'two·lines'],
  ['x\u202ey', 'x[U+202E]y'],
  ['\u200b', '[U+200B]'],
  ['nul\0', 'nul·'],
  ['\u001b[31mred', '·[31mred'],
  ['half \ud800', 'characters that cannot be seen'],
])('the name %j is refused: %s', (name, why) => {
  expect(faultOfName('organization', name)).toContain(why);
});

test('an address holds nothing that cannot be seen', () => {
  expect(['a@b.example', 'x\u202e@y.example', 'x@y\u200b.example', 'a b@c'].map(isEmail)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('names are as long in the contract as in the flows, which the command line uses too', () => {
  const lengthIn = (path: string, method: string) =>
    (
      contractFile.paths[path]![method]!.requestBody!.content['application/json']!.schema as {
        properties: { name: { maxLength: number } };
      }
    ).properties.name.maxLength;
  expect(lengthIn('/v1/partners', 'post')).toBe(longestName.organization);
  expect(lengthIn('/v1/organizations/{organizationId}/users', 'post')).toBe(longestName.person);
  expect(lengthIn('/v1/organizations/{organizationId}/api-keys', 'post')).toBe(longestName['api-key']);
});
