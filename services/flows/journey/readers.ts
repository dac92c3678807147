import type { CertificationEvidence, GoLiveEvidence, MappingEvidence } from '../../domain/journey/evidence.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { certificationOf } from '../certification/standing.ts';
import { goLiveStanding } from '../go-live/standing.ts';
import { mappingStanding } from '../mappings/standing.ts';

/** Reads the part of the evidence that one area has. */
export type Reader<Part> = (tx: Tx, orgId: string, now: Date, standards: Standards) => Promise<Part>;

/** Whoever reads what other areas know of a partner. */
export const readers: {
  readonly certification: Reader<CertificationEvidence>;
  readonly mapping: Reader<MappingEvidence>;
  readonly goLive: Reader<GoLiveEvidence>;
} = {
  certification: (tx, orgId, _now, standards) => certificationOf({ catalog: { standards } }, tx, orgId),
  mapping: mappingStanding,
  goLive: goLiveStanding,
};
