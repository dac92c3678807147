import type { Configuration } from '../../domain/configuration/configuration.ts';
import { readDocument } from '../../domain/documents/read-document.ts';
import type { Guide } from '../../domain/guide/guide.ts';
import type { InboundMapping, Mapping, OutboundMapping } from '../../domain/mapping/language/plan.ts';
import { checkMapping } from '../../domain/mapping/report/mapping-faults.ts';
import type { MappingContext } from '../../domain/mapping/run/run.ts';
import type { Side } from '../../domain/roles.ts';
import { readWith, setsOf } from '../../domain/translate/read-x12.ts';
import { renderData } from '../../domain/translate/render-data.ts';
import { onlyOf, translateOther, translateReading } from '../../domain/translate/translate-reading.ts';
import { type Made, type WhatIfDifference, WhatIfTally } from '../../domain/workbench/what-if.ts';
import type { Tx } from '../../store/database.ts';
import type { Environment } from '../../store/documents.ts';
import { bytesOfDocument, dataOfEvent, recentDocuments, recentEvents } from '../../store/mappings.ts';
import { inUseOf } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { lookUp } from '../look-up.ts';
import { mappingNamed, readDraft, usable } from './draft-mapping.ts';
import { withoutRecord } from './samples.ts';
import { refuseFaults, refuseLong } from './save.ts';

export interface WhatIfQuestion {
  readonly orgId: string;
  readonly environment: Environment;
  /** Hash of the draft, in which the text is run. */
  readonly configuration: string;
  /** Hash of what the environment runs; null where that is nothing. */
  readonly inUse: string | null;
  readonly name: string;
  readonly text: string;
  /** How many documents, the newest first. */
  readonly count: number;
  /** Who is told of it. */
  readonly side: Side;
}

/** A question about the draft, with what the environment runs. @throws CodedError `http.not-found` */
export async function whatIfQuestion(
  { catalog }: Pick<Context, 'catalog'>,
  tx: Tx,
  of: Omit<WhatIfQuestion, 'configuration' | 'inUse' | 'text'> & { readonly text?: string | undefined },
): Promise<WhatIfQuestion> {
  const { orgId, name, environment } = of;
  const draft = await readDraft(catalog.standards, tx, orgId);
  const text = of.text ?? mappingNamed(draft, name).text;
  refuseLong(name, text);
  const inUse = (await inUseOf(tx, orgId)).find((one) => one.environment === environment)?.hash ?? null;
  return { ...of, text, configuration: draft.hash, inUse };
}

/** How the mapping differs from the one in use, over what the partner sent or was sent last. */
export interface WhatIf extends WhatIfDifference {
  readonly environment: Environment;
  /** Documents of the kind that were found, `count` at most. */
  readonly found: number;
  readonly left: {
    /** Too large for the bench. */
    readonly large: number;
    /** For which the time did not last. */
    readonly late: number;
  };
  /** Why nothing was compared. */
  readonly nothing?: string;
}

/** Both runs over all documents together; what is not reached is told. */
const longestMs = 15_000;

/** A mapping with what it runs in. */
interface Side_ {
  readonly mapping: Mapping;
  readonly configuration: Configuration;
}

/**
 * Runs a mapping and the one in use over the newest documents of its kind. Stores nothing; reads under the partner's own wall.
 * @param clock milliseconds that pass; another one in tests
 * @throws CodedError `mapping.unusable` where the text has faults
 */
export async function runWhatIf(
  context: Pick<Context, 'db' | 'catalog' | 'limits'>,
  question: WhatIfQuestion,
  clock: () => number = () => performance.now(),
): Promise<WhatIf> {
  const { orgId, environment, configuration: hash, inUse, name, text, count, side } = question;
  const { db, catalog } = context;
  const configuration = await usable(context, orgId, hash);
  const { mapping, faults } = checkMapping(text, name, configuration.tables, catalog.standards);
  refuseFaults(name, faults);
  const before = inUse === null ? undefined : sideInUse(await usable(context, orgId, inUse), mapping!);
  const tally = new WhatIfTally();
  const nothing = (because: string, found = 0): WhatIf => ({
    ...{ ...tally.result(), environment, found, left: { large: 0, late: 0 }, nothing: because },
  });
  const kind = mapping!.direction === 'inbound' ? mapping!.set : mapping!.renders;
  if (!before)
    return nothing(
      `Nothing in ${environment} runs a mapping for the ${mapping!.set} yet, so there is nothing to compare with.`,
    );
  const after: Side_ = { mapping: mapping!, configuration };
  const sources = await sourcesOf(context, { orgId, environment, mapping: mapping!, kind, count });
  if (sources.length === 0)
    return nothing(
      `No ${kind} ${mapping!.direction === 'inbound' ? 'has come from the partner' : 'was made for the partner'} in ${environment} among the newest documents.`,
    );
  const until = clock() + longestMs;
  const left = { large: 0, late: 0 };
  for (const source of sources) {
    if (source.bytes > context.limits.largeBytes) left.large += 1;
    else if (clock() > until) left.late += 1;
    else {
      const content = await db.screens(orgId, (tx) => source.read(tx));
      if (content === undefined) continue;
      const data = content instanceof Uint8Array || side === 'team' ? content : withoutRecord(content);
      tally.add(source.id, await make(context, orgId, before, data), await make(context, orgId, after, data));
    }
  }
  return { ...tally.result(), environment, found: sources.length, left };
}

/** The mapping that the environment runs for the same document. */
function sideInUse(configuration: Configuration, { direction, set }: Mapping): Side_ | undefined {
  const document = configuration.documents.find((one) => one.direction === direction && one.set === set);
  return document && { mapping: document.compiled, configuration };
}

type Content = Buffer | Record<string, unknown>;

interface Source {
  readonly id: string;
  readonly bytes: number;
  read(tx: Parameters<typeof bytesOfDocument>[0]): Promise<Content | undefined>;
}

async function sourcesOf(
  { db }: Pick<Context, 'db'>,
  of: {
    readonly orgId: string;
    readonly environment: Environment;
    readonly mapping: Mapping;
    readonly kind: string;
    readonly count: number;
  },
): Promise<readonly Source[]> {
  const { orgId, environment, mapping, kind, count: limit } = of;
  return db.screens(orgId, async (tx) => {
    if (mapping.direction === 'inbound')
      return (await recentDocuments(tx, { orgId, environment, kind, limit })).map(
        ({ id, bytes }): Source => ({
          ...{ id, bytes },
          read: (reader) => bytesOfDocument(reader, orgId, id),
        }),
      );
    return (await recentEvents(tx, { orgId, environment, type: kind, limit })).map(
      ({ id }): Source => ({
        ...{ id, bytes: 0 },
        read: (reader) => dataOfEvent(reader, orgId, id),
      }),
    );
  });
}

async function make(
  context: Pick<Context, 'db' | 'catalog'>,
  orgId: string,
  { mapping, configuration }: Side_,
  content: Content,
): Promise<Made> {
  const { zone } = configuration;
  const run = (lookups: MappingContext['lookups']): MappingContext => ({
    ...(zone !== undefined && { partnerZone: zone }),
    lookups: lookups && lookups.size > 0 ? lookups : configuration.lookups,
  });
  if (mapping.direction === 'outbound') return written(context, orgId, mapping, configuration, content, run);
  if (!(content instanceof Uint8Array)) return { events: [], findings: [] };
  return mapped(context, orgId, mapping, configuration, content, run);
}

type RunWith = (lookups: MappingContext['lookups']) => MappingContext;

async function written(
  context: Pick<Context, 'db' | 'catalog'>,
  orgId: string,
  mapping: OutboundMapping,
  configuration: Configuration,
  content: Content,
  run: RunWith,
): Promise<Made> {
  if (content instanceof Uint8Array) return { events: [], findings: [] };
  const lookups = await lookUp(context, { orgId, configuration }, [{ data: content, mapping }]);
  const { text, findings } = renderData(content, mapping, run(lookups), context.catalog);
  return { events: [], findings, written: text.split('\n').filter((line) => line !== '') };
}

async function mapped(
  context: Pick<Context, 'db' | 'catalog'>,
  orgId: string,
  mapping: InboundMapping,
  configuration: Configuration,
  bytes: Uint8Array,
  run: RunWith,
): Promise<Made> {
  if (mapping.reads) {
    const { root, nodes } = readDocument(bytes, mapping.reads);
    const lookups = root && (await lookUp(context, { orgId, configuration }, [{ root, nodes, mapping }]));
    return translateOther(bytes, mapping, run(lookups));
  }
  const guides: readonly Guide[] = configuration.guides;
  const only = onlyOf(mapping, guides);
  const reading = readWith(bytes, only, context.catalog);
  const sets = setsOf(reading).filter(({ code, status }) => code === mapping.set && status !== 'R');
  const lookups = await lookUp(
    context,
    { orgId, configuration },
    sets.map((set) => ({ set, mapping })),
  );
  return translateReading(reading, only, run(lookups), mapping.set);
}
