import type { SetDefinition } from '../x12/standard/set-definition.ts';
import { allowedText } from './deviation-text.ts';
import type { Guide, SegmentRule } from './guide.ts';

/** What a guide is written for. */
export interface GuideSubject {
  readonly set: string;
  readonly version: string;
  /** Title of the document, such as `Warehouse shipping advice`. */
  readonly name: string;
  /** Who sends it and who receives it, with their ids as they stand in the envelope. */
  readonly from: GuideParty;
  readonly to: GuideParty;
  readonly definition: SetDefinition;
  /** What is asked beyond the standard; undefined where nothing is. */
  readonly guide: Guide | undefined;
}

interface GuideParty {
  readonly name: string;
  readonly identities: readonly { readonly qualifier: string; readonly isaId: string; readonly gsId: string }[];
}

/** The guide of a document for people who build it, as Markdown: envelope, layout of the set, what is asked beyond the standard, and the rules. */
export function guideText(subject: GuideSubject): string {
  const { set, version, name, from, to, definition, guide } = subject;
  return [
    `# ${set} ${name}, version ${version}`,
    `${from.name} sends it to ${to.name}.`,
    ['## Envelope', party('Sender (ISA05, ISA06, GS02)', from), party('Receiver (ISA07, ISA08, GS03)', to)].join(
      '\n\n',
    ),
    `GS01 is ${definition.functionalId}, GS08 is ${version}. ISA15 is T in the sandbox and P in production.`,
    ['## Segments', '```', ...layout(definition), '```'].join('\n'),
    asked(guide),
    rules(guide),
    agreed(guide),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function party(what: string, { name, identities }: GuideParty): string {
  const ids = identities.map(({ qualifier, isaId, gsId }) => `- \`${qualifier}\` / \`${isaId}\`, in GS \`${gsId}\``);
  return [`${what}: ${name}`, ...(ids.length > 0 ? ids : ['- to be agreed'])].join('\n');
}

const times = (max: number) =>
  max === 1 ? 'once' : Number.isFinite(max) ? `up to ${max} times` : 'any number of times';

/** One line for each place of the set, indented by loop. */
function layout({ nodes }: SetDefinition): string[] {
  return nodes.map((node) => {
    let depth = 0;
    for (let loop = node.loop.parent; loop; loop = loop.parent) depth += 1;
    const opens = node.place === 0 && node.loop.parent !== undefined;
    const lead = `${'  '.repeat(depth)}${node.segment.id}`.padEnd(14);
    const use = node.mandatory ? 'mandatory' : 'optional';
    const often = opens ? `loop, ${times(node.loop.max)}` : times(node.max);
    return `${lead}${node.segment.name.padEnd(44)} ${use}, ${often}`;
  });
}

function asked(guide: Guide | undefined): string {
  if (!guide || guide.uses.length === 0) return '## What is asked beyond the standard\n\nNothing.';
  return ['## What is asked beyond the standard', ...guide.uses.map(segmentText)].join('\n\n');
}

function segmentText({ path, min, max, notUsed, note, elements }: SegmentRule): string {
  const use = notUsed
    ? 'not used'
    : [min > 0 ? (min === 1 ? 'required' : `at least ${min}`) : '', Number.isFinite(max) ? times(max) : '']
        .filter(Boolean)
        .join(', ');
  const lines = elements.map((rule) => {
    const length = [rule.min > 0 ? rule.min : undefined, Number.isFinite(rule.max) ? rule.max : undefined];
    const received = [
      rule.use === 'optional' ? '' : rule.use === 'required' ? 'required' : 'not used',
      length[1] === undefined ? '' : `${length.filter((one) => one !== undefined).join(' to ')} characters`,
      rule.codes ? `one of ${[...rule.codes].join(', ')}` : '',
      rule.characters ?? '',
    ].filter(Boolean);
    const place = `${String(rule.element).padStart(2, '0')}${rule.component === undefined ? '' : `.${rule.component}`}`;
    return `- ${place}${received.length > 0 ? `: ${received.join('; ')}` : ''}${rule.note === undefined ? '' : `. ${rule.note}`}`;
  });
  return [`### ${path.text}${use === '' ? '' : `: ${use}`}`, ...(note === undefined ? [] : [note]), ...lines].join(
    '\n',
  );
}

function rules(guide: Guide | undefined): string {
  const all = guide?.rules.rules ?? [];
  return all.length === 0 ? '' : ['## Rules', ...all.map(({ explain }) => `- ${explain}`)].join('\n');
}

function agreed(guide: Guide | undefined): string {
  const all = guide?.deviations ?? [];
  if (all.length === 0) return '';
  const lines = all.map((one) => `- ${one.name}: ${allowedText(one)} ${one.reason}`);
  return ['## Agreed deviations from the standard', lines.join('\n')].join('\n\n');
}
