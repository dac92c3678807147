import type { Finding } from './finding.ts';

/** Findings that follow from what this hub takes and copes with, whatever X12 and the partner's guide say. */
export const hubFindings = {
  'document.too-many': {
    level: 'guide',
    meaning:
      'The document holds more interchanges, groups, transaction sets, TA1 segments or events than the hub takes in one document. It was refused as a whole: nothing of it was used, and its first interchange is answered with a TA1 that rejects it (024).',
    remedy:
      'Split the file into several and send those, or ask the operator of the hub for a higher ceiling (`CROSSDOCK_MAX_INTERCHANGES`, `CROSSDOCK_MAX_SETS`, `CROSSDOCK_MAX_EVENTS`).',
  },
  'document.event-too-large': {
    level: 'guide',
    meaning:
      'One event made of a set of the document, with the places that its fields come from, is larger than the hub keeps. The document was refused as a whole: nothing of it was used, and its first interchange is answered with a TA1 that rejects it (024).',
    remedy:
      'Split the set into several, such as one for each shipment or some of its lines, and send those, or ask the operator of the hub for a higher ceiling (`CROSSDOCK_MAX_EVENT_KB`).',
  },
  'document.quarantined': {
    level: 'note',
    meaning:
      'The hub could not translate the document: each try failed, or the process that tried it died. It is stored, nothing of it was used, and it needs review by a person.',
    remedy:
      'Wait for the operator of the hub, who has a case about it; or send the data again as several smaller documents under new control numbers.',
  },
} as const satisfies Record<string, { level: Finding['level']; meaning: string; remedy: string }>;
