import { sender } from './error-entry.ts';

/** What is said of specifications that people upload. */
export const guideErrors = {
  'guide.unreadable': sender(
    422,
    'The specification cannot be taken',
    'What was uploaded as the specification of a partner is of a format that is not read, is damaged, or holds no set that is known here. Nothing was stored.',
    'Do what the detail says: SEF, OpenEDI JSON, MuleSoft ESL, a layout table as CSV or XLSX, and guides of Crossdock can be taken.',
  ),
  'guide.reading-stopped': sender(
    422,
    'The specification took too long to read',
    'Reading what was uploaded took more time or memory than a specification may take, and was ended. Nothing was stored, and nobody else was held up.',
    'Upload only the sets that are used, one by one, or the layout as a table in XLSX or CSV. If it is a plain specification of usual size, tell the team of this hub.',
  ),
} as const;
