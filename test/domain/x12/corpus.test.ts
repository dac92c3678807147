import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { skipped } from '../../support/skipped.ts';
import { brokenFiles } from './corpus-exceptions.ts';
import { type CorpusEntry, checked, corpus, corpusBytes, standards } from './support.ts';

const missing = corpus === undefined;
const files = corpus ?? [];
const x12 = files.filter(({ standard }) => standard === 'X12');
const codesOf = (entry: CorpusEntry): string[] => allFindings(read(corpusBytes(entry))).map(({ code }) => code);

/** What the index says of a file, and the findings that say the same. */
const meanings: readonly (readonly [RegExp, RegExp])[] = [
  [/^missing IEA/, /^x12\.interchange\.trailer-missing$/],
  [/^missing GE/, /^x12\.group\.trailer-missing$/],
  [/^missing SE/, /^x12\.set\.trailer-missing$/],
  [/^SE01=/, /^x12\.set\.segment-count$/],
  [/^GE01=/, /^x12\.group\.set-count$/],
  [/^IEA01=/, /^x12\.interchange\.group-count$/],
  [/^ST02\/SE02/, /^x12\.set\.control-mismatch$/],
  [/^GS06\/GE02/, /^x12\.group\.control-mismatch$/],
  [/^ISA13\/IEA02/, /^x12\.interchange\.control-mismatch$/],
  [/^duplicate ST02/, /^x12\.set\.control-duplicate$/],
  [/^last segment not terminated/, /^x12\.interchange\.unterminated$/],
  [/^ISA is not the fixed 106 bytes/, /^x12\.interchange\.(header-width|header-incomplete|wrapped)$/],
  [/^no ISA envelope/, /^x12\.document\.fragment$/],
  [/^invalid segment ids/, /^x12\.(interchange\.wrapped|interchange\.trailer-missing)$/],
];

/**
 * Where a defect of the index is seen otherwise: the ISA is at fault, and once its delimiters are put right (or it is refused) what follows from it is gone;
 * wrapped lines are put together; a set without envelope is refused whole; mailbag01 holds more interchanges than the index counts, each complete.
 */
const explained = (entry: CorpusEntry, defect: string, codes: readonly string[]): boolean =>
  codes.some((code) =>
    /^x12\.(interchange\.(header-width|header-incomplete|delimiters|wrapped)|document\.fragment)$/.test(code),
  ) ||
  (entry.file === 'mixed/bots-edi-bots-plugins__mailbag01.x12' && /last segment|missing IEA|ISA13/.test(defect)) ||
  (/^invalid segment ids/.test(defect) && codes.length > 0);

/** Values of an ISA that its index does not look at: ISA01 and ISA03 are ZZ, which are no codes for them; ISA11 is blank. */
const oddHeaders: Readonly<Record<string, readonly string[]>> = {
  '310/apimeister-x12-types__test_310_L82.edi': ['x12.interchange.security'],
  '846/Inteligenz-X12Parser__Example1.txt': ['x12.interchange.standards-id'],
};

describe.skipIf(missing)(skipped('real files', missing && '../shared/corpus is not here'), () => {
  it('are read and checked without a throw, all of them', () => {
    for (const entry of files) expect(() => checked(corpusBytes(entry)), entry.file).not.toThrow();
    expect(files.length).toBeGreaterThan(400);
  });

  it('have every defect that their index lists', () => {
    for (const entry of x12) {
      const codes = codesOf(entry);
      for (const defect of entry.defects) {
        const meaning = meanings.find(([received]) => received.test(defect))?.[1];
        expect(meaning, defect).toBeDefined();
        const found = codes.some((code) => meaning!.test(code)) || explained(entry, defect, codes);
        expect(found, `${entry.file}: ${defect} among ${codes.join(', ') || 'no findings'}`).toBe(true);
      }
    }
  });

  it('have no envelope fault where the index lists none', () => {
    const remarks =
      /^x12\.(document\.byte-order-mark|interchange\.(qualifier-unknown|terminator-bytes|repetition|empty-segments|indented|wrapped|unterminated))$/;
    for (const entry of x12.filter(({ defects }) => defects.length === 0)) {
      // A GS04 of six digits in 004010 is a remark.
      const received = allFindings(read(corpusBytes(entry))).filter(
        ({ code, level }) => level !== 'note' || code !== 'x12.group.date',
      );
      const faults = received.map(({ code }) => code).filter((code) => !remarks.test(code));
      expect([...new Set(faults)], entry.file).toEqual(oddHeaders[entry.file] ?? []);
    }
  });

  it('have as many interchanges, groups and sets as the index counts', () => {
    for (const entry of x12.filter(({ defects }) => defects.length === 0)) {
      const { interchanges } = read(corpusBytes(entry));
      const groups = interchanges.flatMap((one) => one.groups);
      const { ISA = 0, GS = 0, ST = 0 } = entry.envelopes;
      expect([interchanges.length, groups.length, groups.flatMap(({ sets }) => sets).length], entry.file).toEqual([
        ISA,
        GS,
        ST,
      ]);
    }
  });

  it('that are EDIFACT get one finding that says so', () => {
    for (const entry of files.filter(({ standard }) => standard === 'EDIFACT'))
      expect(codesOf(entry), entry.file).toEqual(['x12.document.edifact']);
  });

  it('of 004010 keep to the standard inside their sets, but for those that are known to be wrong', () => {
    const { sets } = standards.forVersion('004010')!.definition;
    const known = x12.filter(({ version, transactionSet }) => /^004010/.test(version) && sets.has(transactionSet));
    expect(known.length).toBeGreaterThan(190);
    const used = new Set<string>();
    for (const entry of known) {
      const broken = brokenFiles[entry.file];
      const found = faultsInside(entry);
      if (broken !== undefined) used.add(entry.file);
      if (broken?.faults === 'any') expect(found, entry.file).not.toEqual([]);
      else expect(found.sort(), entry.file).toEqual(broken?.faults.split(', ').sort() ?? []);
    }
    expect(Object.keys(brokenFiles).filter((file) => !used.has(file))).toEqual([]);
  });

  it('of 004010 that are exact outside too are accepted', () => {
    const { sets } = standards.forVersion('004010')!.definition;
    const trusted = x12.filter(
      ({ file, version, transactionSet, defects }) =>
        version === '004010' &&
        sets.has(transactionSet) &&
        defects.length === 0 &&
        brokenFiles[file] === undefined &&
        oddHeaders[file] === undefined,
    );
    expect(new Set(trusted.map(({ transactionSet }) => transactionSet)).size).toBeGreaterThan(7);
    for (const entry of trusted) {
      const faults = allFindings(checked(corpusBytes(entry))).filter(({ level }) => level === 'standard');
      expect(
        faults.map(({ explanation }) => explanation),
        entry.file,
      ).toEqual([]);
    }
  });
});

/** Faults of segments, elements and levels, each kind at each element once. */
function faultsInside(entry: CorpusEntry): string[] {
  const faults = allFindings(checked(corpusBytes(entry))).flatMap(({ code, level, count, segment, element }) => {
    const kind = /^x12\.(?:segment|element|hl)\.(.+)$/.exec(code)?.[1];
    if (level !== 'standard' || kind === undefined || count !== undefined) return [];
    return [`${segment}${element === undefined ? '' : `-${String(element).padStart(2, '0')}`} ${kind}`];
  });
  return [...new Set(faults)];
}
