import {
  type CertificationEvidence,
  type GoLiveEvidence,
  type MappingEvidence,
  noCertification,
  noMappings,
} from '../../domain/journey/evidence.ts';
import type { RequirementKindName } from '../../domain/journey/requirements.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { goLiveStanding } from '../go-live/standing.ts';

/** Reads the part of the evidence that one area has. */
export type Reader<Part> = (tx: Tx, orgId: string, now: Date, standards: Standards) => Promise<Part>;

/** Whoever reads what other areas know of a partner. An area that is not built yet has no evidence; this is the one place that says so. */
export const readers: {
  readonly certification: Reader<CertificationEvidence>;
  readonly mapping: Reader<MappingEvidence>;
  readonly goLive: Reader<GoLiveEvidence>;
} = {
  certification: async () => noCertification,
  mapping: async () => noMappings,
  goLive: goLiveStanding,
};

/** Kinds of requirements whose area nobody reads yet: they are shown as open, and a go-live does not ask for them. Whoever adds a reader above takes its kind away here. */
export const unreadKinds: ReadonlySet<RequirementKindName> = new Set(['document.tests', 'document.mapping']);
