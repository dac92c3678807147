import { describe, expect, it } from 'vitest';
import { compileConfiguration } from '../../../services/domain/configuration/compile.ts';
import type { Configuration } from '../../../services/domain/configuration/configuration.ts';
import type { Finding } from '../../../services/domain/finding.ts';
import { withoutKnown } from '../../../services/domain/lint/without-known.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { eventFault } from '../../../services/domain/mapping/run/valid-events.ts';
import {
  acknowledgementOf,
  at,
  fileText,
  linterOf,
  mappingOf,
  profileFiles,
  profileOf,
  profiles,
  schemaErrors,
  setsOf,
  standards,
  templateGuides,
} from './support.ts';

/** Samples of documents that the partner sends: `945-complete.x12` with `945-complete.expected.json` beside it. */
const samples = profiles.flatMap((name) =>
  [...profileFiles(name).keys()]
    .filter((path) => path.startsWith('samples/') && path.endsWith('.x12') && !path.includes('-out-'))
    .map((path) => [name, path.slice('samples/'.length, -'.x12'.length)] as const),
);

function brief(finding: Finding): object {
  const { code, level, segment, position, element, received, expected, corrected } = finding;
  return { code, level, segment, position, element, received, expected, corrected };
}

function run(profile: Configuration, sample: string) {
  const bytes = Buffer.from(fileText(`partners/${profile.name}/samples/${sample}.x12`), 'latin1');
  const sets = setsOf(bytes, linterOf(profile.name)).map((set) => {
    const mapping = mappingOf(profile, set.code);
    if (mapping.direction !== 'inbound') throw new Error(`${set.code} is not inbound.`);
    const context = profile.zone === undefined ? {} : { partnerZone: profile.zone };
    const mapped = set.status === 'R' ? { events: [], findings: [] } : mapSet(set, mapping, context);
    return { set, mapped };
  });
  return { bytes, sets };
}

describe.each(samples)('%s: %s', (name, sample) => {
  const profile = profileOf(name);

  it('gives the events, findings and acknowledgement that stand beside it', async () => {
    const { bytes, sets } = run(profile, sample);
    const result = sets.map(({ set, mapped }) => ({
      set: set.code,
      control: set.control,
      status: set.status,
      findings: [...set.findings, ...withoutKnown(mapped.findings, set.findings)].map(brief),
      events: mapped.events.map(({ type, subject, time, data }) => ({ type, subject, time, data })),
    }));
    const acknowledgement = acknowledgementOf(bytes, linterOf(name));
    const file = new URL(`../../../partners/${name}/samples/${sample}.expected.json`, import.meta.url);
    await expect(`${JSON.stringify({ sets: result, acknowledgement }, null, 2)}\n`).toMatchFileSnapshot(file.pathname);
  });

  it('gives events that their schemas accept, each value from the bytes that its provenance names', () => {
    const { bytes, sets } = run(profile, sample);
    for (const { type, data, provenance } of sets.flatMap(({ mapped }) => mapped.events)) {
      expect(schemaErrors(type, data)).toEqual([]);
      expect(eventFault(type, data)).toBeUndefined();
      expect(Object.keys(provenance).sort()).toEqual(leaves(data).sort());
      for (const [pointer, { ranges, place, position }] of Object.entries(provenance)) {
        const received = ranges.map(([start, end]) => bytes.subarray(start, end).toString('latin1').trim());
        expect(received.every((text) => text !== '' && !/[*~]/.test(text))).toBe(true);
        if (ranges.length > 0)
          expect([pointer, place, position]).toEqual([
            pointer,
            expect.stringMatching(/^[A-Z0-9]{2,3}-\d\d/),
            expect.any(Number),
          ]);
        if (isVerbatim(pointer) && ranges.length === 1)
          expect([pointer, received]).toEqual([pointer, [String(at(data, pointer))]]);
      }
    }
  });

  it('gives the same twice', () => {
    expect(run(profile, sample).sets.map(({ mapped }) => mapped)).toEqual(
      run(profile, sample).sets.map(({ mapped }) => mapped),
    );
  });
});

/** Pointers to all single values. */
function leaves(data: unknown, pointer = ''): string[] {
  if (typeof data !== 'object' || data === null) return [pointer];
  return Object.entries(data).flatMap(([key, value]) => leaves(value, `${pointer}/${key}`));
}

/** Values that were taken over and not translated, converted or computed. */
function isVerbatim(pointer: string): boolean {
  if (/\/(total|amount)\/value$/.test(pointer)) return false;
  return /\/(orderNumber|shipmentId|sku|lot|name|city|statusCode|code|unitCode|qualifier|value|groupControl|gtin)$/.test(
    pointer,
  );
}

const compile = (files: ReadonlyMap<string, string>) =>
  compileConfiguration(files, { standards, others: templateGuides });

describe('a template', () => {
  const good = profileFiles('standard-3pl');
  const faultsOf = (change: (files: Map<string, string>) => void): string[] => {
    const files = new Map(good);
    change(files);
    return compile(files).faults.map((fault) => `${fault.file}:${fault.line} ${fault.message} ${fault.hint ?? ''}`);
  };
  const head = good.get('partner.yaml') ?? '';

  it('tells everything that is wrong in any of its files', () => {
    const faults = faultsOf((files) => {
      files.set(
        'partner.yaml',
        head
          .replace('kind: 3pl', 'kind: warehouse')
          .replace('America/Chicago', 'America/Chicgo')
          .replace('945-in.yaml', '945-inn.yaml'),
      );
      files.set('mappings/856-in.yaml', 'set: x');
    });
    expect(faults).toEqual([
      expect.stringContaining('partner.yaml:3 `kind` is one of carrier, 3pl, carrier-3pl, not `warehouse`.'),
      expect.stringContaining('partner.yaml:6 `America/Chicgo` is no zone.'),
      expect.stringContaining(
        'There is no file mappings/945-inn.yaml in the configuration. did you mean `945-in.yaml`?',
      ),
      expect.stringContaining('mappings/856-in.yaml:1 `set` must name a set'),
      expect.stringContaining('mappings/856-in.yaml:1 `version` must name a version'),
      expect.stringContaining('mappings/856-in.yaml:1 A mapping says what it makes'),
    ]);
  });

  it('refuses a mapping that is not for the document, and delimiters that cannot delimit', () => {
    const faults = faultsOf((files) => {
      files.set(
        'partner.yaml',
        head
          .replace('"856", direction', '"945", direction')
          .replace('element: "*"', 'element: "~"')
          .replace('component: ">"', 'component: A'),
      );
    });
    expect(faults).toEqual([
      expect.stringContaining('The inbound 945 stands here twice.'),
      expect.stringContaining('856-in.yaml maps the inbound 856 in 004010, not the inbound 945 in 004010.'),
      expect.stringContaining('The delimiters must differ.'),
      expect.stringContaining('`component` is a single character that is no letter, digit or blank.'),
    ]);
  });

  it('may agree on any version that the mapping serves', () => {
    const document = '- { set: "856", direction: inbound, version: "004010", mapping: 856-in.yaml }';
    const agreeing = (version: string) =>
      faultsOf((files) => {
        files.set('partner.yaml', head.replace(document, document.replace('004010', version)));
        const mapping = files.get('mappings/856-in.yaml') ?? '';
        files.set('mappings/856-in.yaml', mapping.replace('version: "004010"', 'version: ["004010", "005010"]'));
      });
    expect(agreeing('005010')).toEqual([]);
    expect(agreeing('006020')).toEqual([
      expect.stringContaining('856-in.yaml maps the inbound 856 in 004010, not the inbound 856 in 006020.'),
    ]);
  });

  it('needs its partner.yaml', () => {
    expect(compile(new Map()).faults).toMatchObject([
      { message: 'There is no file partner.yaml in the configuration.' },
    ]);
  });

  it('says where tables stand when they stand below `tables`, and takes their titles', () => {
    const faultsOf = (text: string) => compile(new Map(good).set('tables.yaml', text)).faults;
    expect(faultsOf('own: { title: Our own, codes: { A: each } }\n')).toEqual([]);
    expect(faultsOf('tables:\n  own: { title: Our own, codes: { A: each } }\n')).toMatchObject([
      {
        file: 'tables.yaml',
        line: 1,
        message: 'The tables stand at the top of this file, by name, not below `tables`.',
      },
    ]);
  });

  it('can bring tables of its own, on top of the shared ones', () => {
    const files = new Map(good);
    files.set('tables.yaml', 'units: { extends: units, codes: { CS: case } }\n');
    const { configuration: profile } = compile(files);
    const bytes = Buffer.from(good.get('samples/945-unit-cassette.x12') ?? '', 'latin1');
    const mapping = profile && mappingOf(profile, '945');
    if (mapping?.direction !== 'inbound') throw new Error('no mapping');
    const { events, findings } = mapSet(setsOf(bytes)[0]!, mapping, {});
    expect(at(events[0]?.data, '/lines/0/shipped')).toEqual({ value: 6, unit: 'case', unitCode: 'CS' });
    expect(findings.filter(({ level }) => level === 'business')).toEqual([]);
  });
});
