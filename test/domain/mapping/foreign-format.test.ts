import { describe, expect, it } from 'vitest';
import { foreignFormat } from '../../../services/domain/language/foreign-format.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { faultsOf } from '../guide/support.ts';
import { profileFiles, profiles } from './support.ts';

describe('a file of another format', () => {
  it.each([
    ['a SEF file', '.VER 1.6\n\n.INI\nACME214,,004 010,X,X12-4.1,Status\n.SETS\n214=[ST,M][B10,M]\n'],
    ['a SEF file', '\ufeff.INI\nACME214,,004 010\n.STD ,LS\n'],
    ['an ESL file', "form: X12\nversion: '004010'\nstructures:\n- id: '214'\n  name: Status\n"],
    [
      'an OpenEDI specification',
      '{ "openapi": "3.0.0", "components": { "schemas": { "TS214": { "x-openedi-message-id": "214" } } } }',
    ],
    ['a JSON Schema', '{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object" }'],
    ['a spreadsheet', 'PK\u0003\u0004\u0014\0\u0006\0'],
    ['a PDF', '%PDF-1.4\n%abcd\n'],
    ['XML', '<?xml version="1.0"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>\n'],
    ['an X12 document', 'ISA*00*          *00*          *ZZ*A'],
  ])('given as a guide or mapping is called what it is: %s', (name, text) => {
    for (const faults of [faultsOf(text), compileMapping(text, 'm.yaml').faults.map(({ message }) => message)]) {
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(`This is ${name}`);
    }
  });

  it('is none of our own files', () => {
    for (const profile of profiles)
      for (const [path, text] of profileFiles(profile))
        if (/\.ya?ml$/.test(path)) expect([path, foreignFormat(text)]).toEqual([path, undefined]);
  });
});
