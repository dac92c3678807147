import type { Finding, FindingLevel } from '../../finding.ts';
import { countOf } from '../../finding-list.ts';
import type { CheckedItem } from '../check/check-stream.ts';
import type { FunctionalGroup, Interchange } from '../model.ts';
import type { InspectionSummary } from './format-inspection.ts';

export interface OutlinedGroup extends Omit<FunctionalGroup, 'sets'> {
  /** Its sets are rejected with it, or with the interchange around it. */
  readonly refused: boolean;
}

export interface OutlinedInterchange extends Omit<Interchange, 'groups'> {
  readonly groups: readonly OutlinedGroup[];
}

/** A document without its sets: what is said of it before them, and is known only when they all were read. */
export class InspectionOutline {
  readonly findings: Finding[] = [];
  readonly interchanges: OutlinedInterchange[] = [];
  readonly #counts: Record<FindingLevel, number> = { standard: 0, guide: 0, business: 0, note: 0 };
  #groups: (OutlinedGroup & { readonly sets: number; readonly rejected: number })[] = [];
  #sets = 0;
  #rejected = 0;
  #setsOfGroup = 0;
  #rejectedOfGroup = 0;

  /** Takes the items of a stream one by one. */
  take(item: CheckedItem): void {
    switch (item.kind) {
      case 'finding':
        this.findings.push(item.finding);
        this.#count([item.finding]);
        break;
      case 'interchange':
        this.#groups = [];
        break;
      case 'group':
        this.#setsOfGroup = 0;
        this.#rejectedOfGroup = 0;
        break;
      case 'set':
        this.#setsOfGroup += 1;
        if (item.set.status === 'R') this.#rejectedOfGroup += 1;
        this.#count(item.set.findings);
        break;
      case 'group-end': {
        const sets = this.#setsOfGroup;
        this.#groups.push({ ...item.group, refused: item.refused, sets, rejected: this.#rejectedOfGroup });
        this.#count(item.group.findings);
        break;
      }
      case 'interchange-end':
        this.#close(item.interchange);
    }
  }

  get summary(): InspectionSummary {
    return {
      interchanges: this.interchanges.length,
      sets: this.#sets,
      rejected: this.#rejected,
      counts: this.#counts,
    };
  }

  #close(interchange: Omit<Interchange, 'groups'>): void {
    const isRejected = interchange.status === 'R';
    this.#count(interchange.findings);
    const groups = this.#groups.map(({ sets, rejected, ...group }) => {
      const refused = group.refused || isRejected;
      this.#sets += sets;
      this.#rejected += refused ? sets : rejected;
      // Each says that it is rejected with what is around it.
      if (refused) this.#counts.note += sets;
      return { ...group, refused, status: isRejected ? ('R' as const) : group.status };
    });
    this.interchanges.push({ ...interchange, groups });
  }

  #count(findings: readonly Finding[]): void {
    for (const finding of findings) this.#counts[finding.level] += countOf(finding);
  }
}
