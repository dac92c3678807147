import type { FindingLevel } from '../finding.ts';

/** What stands in `specs/errors.md` for a code: who is offended, what it means, what to do. */
interface CatalogueEntry {
  readonly level: FindingLevel;
  readonly meaning: string;
  readonly remedy: string;
}

const guide = (meaning: string, remedy: string) => ({ level: 'guide', meaning, remedy }) as const;
const ask = 'Follow the guide that the finding names, or agree on another guide.';

/** Every finding that a guide causes by itself. Rules of a guide bring `guide.…` codes of their own. */
export const guideFindings = {
  'guide.segment-missing': guide(
    'A segment or loop that the guide requires is not there, or not often enough.',
    `Add it at the place that the finding names. ${ask}`,
  ),
  'guide.segment-not-used': guide('A segment or loop is there that the guide does not use.', `Leave it out. ${ask}`),
  'guide.segment-too-often': guide(
    'A segment or loop occurs more often than the guide allows, though the standard would allow it.',
    `Take the surplus out or send it in another set. ${ask}`,
  ),
  'guide.deviation-agreed': {
    level: 'note',
    meaning: 'Something differs from the standard as it was agreed with the partner.',
    remedy: 'Nothing to do. The agreement names the deviation and its reason.',
  },
  'guide.version-other': {
    level: 'note',
    meaning: 'The partner has a guide for this set in another version only, so that none was held against it.',
    remedy: 'Let the guide name this version too (`version: ["004010", "005010"]`), or write one for it.',
  },
  'guide.element-missing': guide('An element that the guide requires is empty.', `Fill it in. ${ask}`),
  'guide.element-not-used': guide('An element is filled that the guide does not use.', `Leave it empty. ${ask}`),
  'guide.element-length': guide(
    'A value is shorter or longer than the guide allows, though the standard would allow it.',
    `Send a value of the length that the finding names. ${ask}`,
  ),
  'guide.element-code': guide(
    'A code is not among those that the guide uses, though the standard may know it.',
    `Send one of the codes that the finding names. ${ask}`,
  ),
  'guide.element-characters': guide(
    'A value has characters that the guide does not allow at this place, such as letters in a number of digits.',
    `Send a value of the characters that the finding names. ${ask}`,
  ),
  'guide.element-repetitions': guide(
    'An element is repeated more often than the guide allows.',
    `Send the first repetitions only. ${ask}`,
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type GuideFindingCode = keyof typeof guideFindings;
