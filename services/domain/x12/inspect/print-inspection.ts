import { FindingRoom } from '../../finding-list.ts';
import type { CheckedItem } from '../check/check-stream.ts';
import { refuse } from '../check/group-check.ts';
import type { TransactionSet } from '../model.ts';
import {
  type BytesAt,
  documentLines,
  groupLines,
  interchangeEndLines,
  interchangeLines,
  linesText,
  setLines,
  summaryLine,
} from './format-inspection.ts';
import { inspected, inspectedSet } from './inspect.ts';
import type { InspectionOutline, OutlinedGroup, OutlinedInterchange } from './inspection-outline.ts';

/** Prints an inspection piece by piece while the document is read a second time. */
export interface InspectionPrinter {
  begin(): string;
  take(item: CheckedItem): string;
  end(): string;
}

/** Follows the items of the second reading through the outline that the first one made. */
class Follower {
  readonly #outline: InspectionOutline;
  readonly #refusals = new FindingRoom();
  #interchange = -1;
  #group = -1;

  constructor(outline: InspectionOutline) {
    this.#outline = outline;
  }

  /** True for the first of its kind inside what is around it. */
  step(kind: 'interchange' | 'group'): boolean {
    if (kind === 'group') return this.#group++ < 0;
    this.#group = -1;
    return this.#interchange++ < 0;
  }

  get interchange(): OutlinedInterchange {
    return this.#outline.interchanges[this.#interchange] ?? changed();
  }

  get group(): OutlinedGroup {
    return this.interchange.groups[this.#group] ?? changed();
  }

  judged(set: TransactionSet): TransactionSet {
    return this.group.refused ? refuse(set, this.#refusals) : set;
  }
}

/** The two readings do not fit together. */
export class DocumentChanged extends Error {}

function changed(): never {
  throw new DocumentChanged('The document changed between two readings.');
}

/** What `formatInspection` gives for the whole. */
export function textPrinter(outline: InspectionOutline, bytesAt: BytesAt): InspectionPrinter {
  const follower = new Follower(outline);
  const lines = (item: CheckedItem): readonly string[] => {
    switch (item.kind) {
      case 'interchange':
        follower.step('interchange');
        return interchangeLines(follower.interchange, bytesAt);
      case 'group':
        follower.step('group');
        return groupLines(follower.group, follower.interchange.delimiters, bytesAt);
      case 'set':
        return setLines(follower.judged(item.set), follower.interchange.delimiters, bytesAt);
      case 'interchange-end':
        return interchangeEndLines(item.interchange);
      default:
        return [];
    }
  };
  return {
    begin: () => linesText(documentLines(outline.findings, bytesAt)),
    take: (item) => linesText(lines(item)),
    end: () => linesText([summaryLine(outline.summary)]),
  };
}

/** What `inspect` gives for the whole, as JSON with two blanks for each level. */
export function jsonPrinter(outline: InspectionOutline): InspectionPrinter {
  const follower = new Follower(outline);
  let sets = 0;
  const close = (count: number, indent: string) => (count === 0 ? ']' : `\n${indent}]`);
  const opened = (first: boolean, indent: string, value: object) =>
    // Without the brace that closes it: what it holds follows.
    `${first ? '' : ','}\n${nested(value, indent).slice(0, -`\n${indent}}`.length)},\n`;
  const take = (item: CheckedItem): string => {
    switch (item.kind) {
      case 'interchange': {
        const { sender, receiver, control } = item.head;
        const head = { sender: sender.id, receiver: receiver.id, control };
        return `${opened(follower.step('interchange'), '    ', head)}      "groups": [`;
      }
      case 'group': {
        const { functionalId, version, control } = item.head;
        sets = 0;
        return `${opened(follower.step('group'), '        ', { functionalId, version, control })}          "sets": [`;
      }
      case 'set': {
        const text = nested(inspectedSet(follower.judged(item.set)), '            ');
        return `${sets++ === 0 ? '' : ','}\n${text}`;
      }
      case 'group-end':
        return `${close(sets, '          ')}\n        }`;
      case 'interchange-end':
        return `${close(follower.interchange.groups.length, '      ')}\n    }`;
      default:
        return '';
    }
  };
  const findings = [
    ...outline.findings,
    ...outline.interchanges.flatMap((one) => [...one.findings, ...one.groups.flatMap((group) => group.findings)]),
  ];
  return {
    begin: () => '{\n  "interchanges": [',
    take,
    end: () => {
      const listed = nested(findings.map(inspected), '  ').trimStart();
      return `${close(outline.interchanges.length, '  ')},\n  "findings": ${listed}\n}\n`;
    },
  };
}

function nested(value: unknown, indent: string): string {
  return indent + JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
