import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { renderDocument } from '../../../services/domain/mapping/render/render-document.ts';
import { renderEvent } from '../../../services/domain/mapping/render/render-event.ts';
import { mapDocument } from '../../../services/domain/mapping/run/map-document.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { mutateText } from '../../fuzz/mutate-text.ts';
import { pickFrom } from '../../fuzz/random.ts';
import { skipped } from '../../support/skipped.ts';
import { fileText, profileFiles, profileOf, profiles, schemaErrors, setsOf } from './support.ts';

/** Thousands of runs, on a machine that may have other things to do. */
vi.setConfig({ testTimeout: 600_000 });

const corpus = new URL('../../../../shared/corpus/', import.meta.url);

describe('whatever a mapping says', () => {
  const texts = profiles.flatMap((name) => [...profileFiles(name)].filter(([path]) => path.startsWith('mappings/')));
  const documents = profiles.flatMap((name) =>
    [...profileFiles(name)]
      .filter(([path]) => path.endsWith('.x12'))
      .flatMap(([, text]) => setsOf(Buffer.from(text, 'latin1'))),
  );
  const others = [...profileFiles('standard-rest')]
    .filter(([path]) => path.startsWith('samples/') && !path.includes('.expected.'))
    .map(([, text]) => new TextEncoder().encode(text));
  const event = JSON.parse(fileText('partners/standard-3pl/samples/940-release.event.json')) as Record<string, unknown>;

  it('compiling it ends in a mapping or in faults with their places, and running it ends too', () => {
    const pick = pickFrom(20_260_303);
    let sound = 0;
    for (let round = 0; round < 1500; round++) {
      const [path = '', text = ''] = texts[round % texts.length] ?? [];
      const { mapping, faults } = compileMapping(mutateText(text, pick), path);
      for (const fault of faults) expect(fault.line > 0 && fault.column > 0 && fault.message !== '').toBe(true);
      expect(mapping === undefined).toBe(faults.length > 0);
      if (!mapping) continue;
      sound++;
      if (mapping.direction === 'outbound' && mapping.writes)
        expect(renderDocument({ data: event }, mapping).bytes).toBeInstanceOf(Uint8Array);
      else if (mapping.direction === 'inbound' && mapping.reads) {
        for (const bytes of others)
          for (const { type, data } of mapDocument(bytes, mapping).events) expect(schemaErrors(type, data)).toEqual([]);
      } else if (mapping.direction === 'outbound')
        expect(renderEvent({ data: event }, mapping).segments).toBeInstanceOf(Array);
      else
        for (const set of documents)
          for (const { type, data } of mapSet(set, mapping).events) expect(schemaErrors(type, data)).toEqual([]);
    }
    expect(sound).toBeGreaterThan(200);
  });
});

describe.skipIf(!existsSync(corpus))(
  skipped('documents of others', !existsSync(corpus) && '../shared/corpus is not here'),
  () => {
    it('become events that their schemas accept, or findings that say why not', () => {
      const mappings = new Map(
        profiles.flatMap((name) => profileOf(name).documents.map(({ set, compiled }) => [set, compiled] as const)),
      );
      let events = 0;
      for (const name of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(edi|txt|x12|base)$/.test(name)) continue;
        for (const set of setsOf(readFileSync(new URL(name, corpus)))) {
          const mapping = mappings.get(set.code);
          if (mapping?.direction !== 'inbound') continue;
          const mapped = mapSet(set, mapping, { partnerZone: 'America/Chicago' });
          for (const { type, data } of mapped.events) expect([name, schemaErrors(type, data)]).toEqual([name, []]);
          if (mapped.events.length === 0 && set.code !== '214')
            expect([name, mapped.findings.length > 0]).toEqual([name, true]);
          events += mapped.events.length;
        }
      }
      expect(events).toBeGreaterThan(20);
    });
  },
);
