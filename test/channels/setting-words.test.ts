import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSchema, wrongSettings } from '../../services/channels/schema.ts';

const channels = readdirSync(new URL('../../specs/channels/', import.meta.url)).flatMap(
  (name) => /^(.*)\.schema\.json$/.exec(name)?.[1] ?? [],
);

describe.each(channels)('what is wrong with a setting of %s', (channel) => {
  const schema = readSchema(channel);
  // Breaks every pattern there is, but for those that anything fits.
  const wrong = Object.entries(schema.properties).filter(
    ([, { pattern }]) => typeof pattern === 'string' && !new RegExp(pattern).test('\0'),
  );

  test('is said in words, and not as an expression', () => {
    for (const [name, { pattern }] of Object.entries(schema.properties))
      if (pattern !== undefined) expect([name, schema.properties[name]!['x-form']]).toEqual([name, expect.any(String)]);
    const settings = Object.fromEntries(wrong.map(([name]) => [name, '\0']));
    const said = wrongSettings(schema, settings);
    for (const [name, { 'x-form': form }] of wrong) expect(said).toContainEqual({ setting: name, message: form });
    expect(said.filter(({ message }) => /pattern|NOT/.test(message))).toEqual([]);
  });
});

test('a length is said as a number of characters', () => {
  const said = wrongSettings(readSchema('sftp-server'), { user: 'quayside', password: 'short' });
  expect(said).toEqual([{ setting: 'password', message: 'must have at least 16 characters' }]);
});

// Partners run connection tests and read findings themselves.
test.each(['channels', 'domain/x12', 'domain/mapping', 'domain/guide'])(
  'nothing in services/%s tells its reader to ask the partner: the reader may be the partner',
  (folder) => {
    const root = new URL(`../../services/${folder}/`, import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const said = files.filter((name) => /\bask the partner\b/i.test(readFileSync(new URL(name, root), 'utf8')));
    expect(files).not.toEqual([]);
    expect(said).toEqual([]);
  },
);
