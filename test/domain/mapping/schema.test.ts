import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { standardTables } from '../../../services/domain/language/tables.ts';
import { mappingFindings } from '../../../services/domain/mapping/findings.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { fileText, profileFiles, profiles } from './support.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
const schema = (name: string) => ajv.compile(JSON.parse(fileText(`specs/${name}.schema.json`)) as object);
const isMapping = schema('mapping');
const isPartner = schema('partner');

describe('the schemas of configuration', () => {
  it.each(profiles)('accept the profile %s with all its mappings', (name) => {
    for (const [path, text] of profileFiles(name)) {
      if (path === 'partner.yaml') expect([isPartner(parse(text)), isPartner.errors]).toEqual([true, null]);
      if (path.startsWith('mappings/'))
        expect([path, isMapping(parse(text)), isMapping.errors]).toEqual([path, true, null]);
    }
  });

  it('accept the shared tables', () => {
    expect(schema('tables')(JSON.parse(fileText('specs/tables/standard.json')))).toBe(true);
  });

  const text = profileFiles('standard-3pl').get('mappings/945-in.yaml') ?? '';
  it.each([
    ['an unknown key', text.replace('emits:', 'emit:')],
    ['two sources of a value', text.replace('{ from: W27-02, as: upper }', '{ from: W27-02, const: x }')],
    ['a conversion that there is not', text.replace('as: upper', 'as: lower')],
    ['a code that is no assertion code', `${text}\nassert: [{ that: W06-02, code: units, explain: x }]\n`],
    ['a set that is none', text.replace('"945"', '945-1')],
    ['a moment without a date', text.replace('date: W06-03', 'time: W06-03')],
    ['fields in place of a value', text.replace('orderNumber: W06-02', 'orderNumber: { value: W06-02 }')],
  ])('refuse %s, and so does the compiler', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(isMapping(parse(changed))).toBe(false);
    expect(compileMapping(changed, 'changed.yaml').mapping).toBeUndefined();
  });
});

describe('the shared tables', () => {
  it('never let a status and a reason share a word by accident', () => {
    expect(standardTables.get('milestones')?.codes.get('AF')).toBe('departed-pickup');
    expect(standardTables.get('reasons')?.codes.get('AF')).toBe('accident');
  });

  it('know no trap as a good code', () => {
    for (const table of standardTables.values()) {
      for (const [code, { meant }] of table.traps) {
        expect([table.name, code, table.codes.has(code)]).toEqual([table.name, code, false]);
        expect(table.codes.has(meant)).toBe(true);
      }
    }
  });
});

describe('the catalogue of mapping findings', () => {
  it('names a meaning and a remedy for every code', () => {
    for (const { meaning, remedy } of Object.values(mappingFindings))
      expect([meaning, remedy].every((words) => words.endsWith('.'))).toBe(true);
  });
});
