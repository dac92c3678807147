import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { skeleton } from './skeleton.ts';
import { checked, interchange, standards } from './support.ts';

describe.each(standards.versions)('every set of %s', (version) => {
  const { sets, borrowed } = standards.forVersion(version)!.definition;
  const own = [...sets.values()].filter(({ code }) => !borrowed.has(code));

  it.each(own.map((set) => [set.code, set] as const))(
    '%s passes with nothing but what is mandatory, and with one of everything in the order of the standard',
    (code, set) => {
      for (const all of [false, true]) {
        const text = interchange({ set: code, functionalId: set.functionalId, version, bodies: [skeleton(set, all)] });
        const faults = allFindings(checked(text)).filter(({ level }) => level === 'standard');
        expect(faults.map(({ explanation }) => explanation)).toEqual([]);
      }
    },
  );
});
