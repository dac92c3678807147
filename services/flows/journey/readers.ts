import {
  type CertificationEvidence,
  type GoLiveEvidence,
  type MappingEvidence,
  noCertification,
} from '../../domain/journey/evidence.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { mappingStanding } from '../mappings/standing.ts';
import { releasedDocuments } from './released.ts';

/** Reads the part of the evidence that one area has. */
export type Reader<Part> = (tx: Tx, orgId: string, now: Date, standards: Standards) => Promise<Part>;

/** Whoever reads what other areas know of a partner. An area that is not built yet has no evidence; this is the one place that says so. */
export const readers: {
  readonly certification: Reader<CertificationEvidence>;
  readonly mapping: Reader<MappingEvidence>;
  readonly goLive: Reader<GoLiveEvidence>;
} = {
  certification: async () => noCertification,
  mapping: mappingStanding,
  goLive: releasedDocuments,
};
