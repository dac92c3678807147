import type { ConfiguredDocument } from '../configuration/configuration.ts';
import type { DocumentKey } from '../configuration/document-key.ts';
import type { CertifiedSet, Frame, Packs, Scenario } from './scenario.ts';

/** The types of events that the frames of a scenario exchange, by direction. */
function typesOf(frames: readonly Frame[]): Readonly<Record<DocumentKey['direction'], ReadonlySet<string>>> {
  const of = (by: Frame['by']) =>
    new Set(frames.flatMap((frame) => (frame.by === by && frame.does === 'sends' && frame.event ? [frame.event] : [])));
  return { inbound: of('partner'), outbound: of('hub') };
}

type Agreed = Pick<ConfiguredDocument, 'set' | 'direction' | 'version' | 'format' | 'compiled'>;

/** Whether a scenario certifies an agreed document: by its set, or where it is no X12 by the events that it carries. */
export function certifies({ documents, frames }: Scenario, agreed: Agreed): boolean {
  const { direction, set, format, compiled } = agreed;
  const inDirection = documents.filter((one: CertifiedSet) => one.direction === direction);
  if (inDirection.some((one) => one.set === set)) return true;
  if (format === 'x12' || inDirection.length === 0) return false;
  const types = typesOf(frames)[direction];
  return eventsOf(compiled).some((type) => types.has(type));
}

/** Types of events that a document becomes, or is written of. */
export function eventsOf(compiled: ConfiguredDocument['compiled']): readonly string[] {
  if (compiled.direction === 'outbound') return [compiled.renders];
  return [...new Set(compiled.emissions.map(({ type }) => type))];
}

/** Scenarios that certify one of the documents, in the order of the packs. */
export function scenariosFor(packs: Packs, documents: readonly Agreed[]): readonly Scenario[] {
  return [...packs.values()].filter((scenario) => documents.some((document) => certifies(scenario, document)));
}
