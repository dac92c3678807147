import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { compileConfiguration } from '../../../services/domain/configuration/compile.ts';
import type { Configuration } from '../../../services/domain/configuration/configuration.ts';
import { guideFilesOf } from '../../../services/domain/configuration/guide-files.ts';
import type { GuideFile } from '../../../services/domain/guide/compile-guide.ts';
import { faultText } from '../../../services/domain/language/fault.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import type { Linter } from '../../../services/domain/lint/lint-set.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import type { InboundMapping, Mapping, OutboundMapping } from '../../../services/domain/mapping/language/plan.ts';
import type { RenderedSegment } from '../../../services/domain/mapping/render/render-event.ts';
import { compileTradeRules } from '../../../services/domain/trade-rules/compile-trade-rules.ts';
import type { TradeRules } from '../../../services/domain/trade-rules/trade-rules.ts';
import { acknowledge } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import type { Interchange, TransactionSet } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { compileStandards, type StandardFile } from '../../../services/domain/x12/standard/standard.ts';
import { write } from '../../../services/domain/x12/write/write.ts';

const root = new URL('../../../', import.meta.url);

/** Text of a file of the project. */
export function fileText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const dataFiles = readdirSync(new URL('specs/x12', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();
export const standards = compileStandards(
  dataFiles.map((name) => JSON.parse(fileText(`specs/x12/${name}`)) as StandardFile),
);

/** GS01 of a set, such as SW for the 945. */
function functionalIdOf(set: string): string {
  return standards.forVersion('004010')?.definition.sets.get(set)?.functionalId ?? 'SW';
}

/** The checked sets of a document, linted where a linter is given. */
export function setsOf(bytes: Uint8Array, linter?: Linter): readonly TransactionSet[] {
  return interchangesOf(bytes, linter).flatMap(({ groups }) => groups.flatMap((group) => group.sets));
}

function interchangesOf(bytes: Uint8Array, linter: Linter | undefined): readonly Interchange[] {
  const { interchanges } = check(read(bytes), standards);
  return linter ? interchanges.map((interchange) => lintInterchange(interchange, linter)) : interchanges;
}

/** The trade rules. */
export const tradeRules: TradeRules = compiledTradeRules();

function compiledTradeRules(): TradeRules {
  const names = readdirSync(new URL('specs/x12/trade-rules', root)).filter((name) => name.endsWith('.yaml'));
  const compiled = compileTradeRules(new Map(names.map((name) => [name, fileText(`specs/x12/trade-rules/${name}`)])));
  if (compiled.faults.length > 0) throw new Error(compiled.faults.map(faultText).join('\n'));
  return compiled.tradeRules;
}

/** Guides of a template, and the trade rules. */
export const linterOf = (template: string): Linter => ({ guides: profileOf(template).guides, tradeRules });

/** The sets of the 997 that answers a document, segment by segment; empty where nothing is answered. */
export function acknowledgementOf(bytes: Uint8Array, linter?: Linter): readonly string[] {
  const answers = interchangesOf(bytes, linter).map((interchange) =>
    acknowledge(interchange, {
      controlNumbers: { interchange: '000000001', group: ['1', '2', '3'], set: '0001' },
      ta1: 'never',
      now: { date: '20260303', time: '0910' },
      includeAcceptedSets: true,
    }),
  );
  const text = answers.map(({ functional }) => Buffer.from(functional?.bytes ?? []).toString('latin1')).join('');
  return text.split(/~\s*/).filter((segment) => segment && !/^(ISA|GS|GE|IEA)/.test(segment));
}

/** A 004010 document around the bodies of some sets, one segment per line. */
export function documentOf(set: string, ...bodies: readonly string[]): Uint8Array {
  const sets = bodies.flatMap((body, index) => {
    const lines = body
      .trim()
      .split('\n')
      .map((line) => line.trim());
    const control = String(index + 1).padStart(4, '0');
    return [`ST*${set}*${control}`, ...lines, `SE*${lines.length + 2}*${control}`];
  });
  const isa = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'QUAYSIDE'.padEnd(15)}*ZZ*${'NORTHGATE'.padEnd(15)}*260303*0910*U*00401*000000001*0*P*>`;
  const gs = `GS*${functionalIdOf(set)}*QUAYSIDE*NORTHGATE*20260303*0910*1*X*004010`;
  const segments = [isa, gs, ...sets, `GE*${bodies.length}*1`, 'IEA*1*000000001'];
  return Buffer.from(segments.map((segment) => `${segment}~\n`).join(''), 'latin1');
}

/** A document as the hub sends it, around one rendered set. */
export function sent(code: string, segments: readonly RenderedSegment[], version = '004010'): Uint8Array {
  const day = { date: '20260303', time: '0910' };
  const { bytes, findings } = write(
    {
      sender: { qualifier: 'ZZ', id: 'NORTHGATE' },
      receiver: { qualifier: 'ZZ', id: 'QUAYSIDE' },
      date: '260303',
      time: '0910',
      version: version.slice(0, 5),
      control: '000000001',
      ackRequested: false,
      usage: 'P',
      delimiters: { element: '*', component: '>', terminator: '~' },
      groups: [
        {
          functionalId: functionalIdOf(code),
          sender: 'NORTHGATE',
          receiver: 'QUAYSIDE',
          ...day,
          control: '1',
          version,
          sets: [{ code, control: '0001', segments }],
        },
      ],
    },
    { newline: '\n' },
  );
  if (!bytes) throw new Error(findings.map(({ explanation }) => explanation).join('\n'));
  return bytes;
}

export const profiles = ['standard-3pl', 'standard-carrier', 'standard-rest'] as const;

/** The files of a profile by their paths in it. */
export function profileFiles(name: string): Map<string, string> {
  const folder = new URL(`partners/${name}/`, root);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`.slice(folder.pathname.length - 1).replace(/^\/+/, '');
      return [path, fileText(`partners/${name}/${path}`)];
    }),
  );
}

/** The guides of all templates, which may extend each other. */
export const templateGuides: readonly GuideFile[] = profiles.flatMap((name) =>
  guideFilesOf(profileFiles(name), name).map((guide) => ({ ...guide, file: `${name}/${guide.file}` })),
);

const compiled = new Map<string, Configuration>();

export function profileOf(name: string): Configuration {
  const known = compiled.get(name);
  if (known) return known;
  const { configuration, faults } = compileConfiguration(profileFiles(name), { standards, others: templateGuides });
  if (!configuration) throw new Error(faults.map(faultText).join('\n'));
  compiled.set(name, configuration);
  return configuration;
}

/** The mapping of a profile for a set. */
export function mappingOf(profile: Configuration, set: string): Mapping {
  const document = profile.documents.find((candidate) => candidate.set === set);
  if (!document) throw new Error(`${profile.name} has no ${set}.`);
  return document.compiled;
}

export function inbound(yaml: string): InboundMapping {
  const { mapping, faults } = compileMapping(yaml, 'test.yaml');
  if (mapping?.direction !== 'inbound') throw new Error(faults.map(faultText).join('\n'));
  return mapping;
}

export function outbound(yaml: string): OutboundMapping {
  const { mapping, faults } = compileMapping(yaml, 'test.yaml');
  if (mapping?.direction !== 'outbound') throw new Error(faults.map(faultText).join('\n'));
  return mapping;
}

const validators = new Map<string, ValidateFunction>();

/** What the event's JSON Schema has against its data; empty when it is right. */
export function schemaErrors(type: string, data: unknown): string[] {
  let validate = validators.get(type);
  if (!validate) {
    const ajv = new Ajv2020({ allErrors: true });
    formats.default(ajv);
    ajv.addSchema(JSON.parse(fileText('specs/events/common.schema.json')) as object);
    validate = ajv.compile(JSON.parse(fileText(`specs/events/${type}.schema.json`)) as object);
    validators.set(type, validate);
  }
  validate(data);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** The value at a JSON pointer. */
export function at(data: unknown, pointer: string): unknown {
  let value = data;
  for (const key of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)[key];
  return value;
}
