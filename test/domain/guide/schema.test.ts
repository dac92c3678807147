import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileText, profileFiles, profiles } from '../mapping/support.ts';
import { faultsOf } from './support.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
for (const name of ['mapping', 'guide', 'trade-rule'])
  ajv.addSchema(JSON.parse(fileText(`specs/${name}.schema.json`)) as object, name);
const schemaErrors = (schema: string, text: string) => {
  const isRight = ajv.getSchema(schema)!;
  return isRight(parse(text)) ? [] : isRight.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const guides = profiles.flatMap((name) =>
  [...profileFiles(name)].filter(([path]) => path.startsWith('guides/')).map(([path, text]) => ({ name, path, text })),
);
const tradeRules = readdirSync(new URL('../../../specs/x12/trade-rules', import.meta.url));

describe('the schema of guides', () => {
  it.each(guides)('accepts $name/$path, which names it for editors', ({ text }) => {
    expect(schemaErrors('guide', text)).toEqual([]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../../specs/guide.schema.json');
  });

  const good = 'guide: x\nset: "214"\nversion: "004010"\nsegments:\n  B10: { elements: { 02: { length: 1..3 } } }\n';
  it.each([
    ['a usage that there is not', good.replace('{ elements', '{ use: maybe, elements')],
    ['a length that is none', good.replace('1..3', '1-3')],
    ['an unknown key', good.replace('length', 'size')],
    ['a path that is none', good.replace('B10:', 'b10:')],
    ['a rule with a code of the trade', `${good}rules: [{ that: B10-02, code: business.x, explain: x }]\n`],
  ])('refuses %s, and so does the compiler', (_, changed) => {
    expect(schemaErrors('guide', good)).toEqual([]);
    expect(schemaErrors('guide', changed)).not.toEqual([]);
    expect(faultsOf(changed)).not.toEqual([]);
  });
});

describe('the schema of trade rules', () => {
  it.each(tradeRules)('accepts %s, which names it for editors', (name) => {
    const text = fileText(`specs/x12/trade-rules/${name}`);
    expect(schemaErrors('trade-rule', text)).toEqual([]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../trade-rule.schema.json');
  });
});
