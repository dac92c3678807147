import type { Configuration, Identity } from './configuration/configuration.ts';
import type { AckCodes, Finding } from './finding.ts';
import { FindingRoom } from './finding-list.ts';
import { groupStatus, interchangeStatus, setStatus } from './x12/check/status.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from './x12/model.ts';
import { withVerdict } from './x12/read/views.ts';

/** Findings that follow from what was agreed with the partner and not from the bytes alone. */
export const agreementFindings = {
  'agreement.sender-unknown': {
    level: 'guide',
    meaning: 'The sender in ISA05/ISA06 is not an identity of the organisation that sent the document.',
    remedy: 'Use the identity that is registered for this environment, or have this one agreed for it.',
  },
  'agreement.receiver-unknown': {
    level: 'guide',
    meaning: 'The receiver in ISA07/ISA08 is not us.',
    remedy: 'Address the interchange to our identity for this environment; the portal shows it.',
  },
  'agreement.usage-mismatch': {
    level: 'guide',
    meaning: 'ISA15 does not fit the environment: P belongs to production, T to the sandbox.',
    remedy: 'Set ISA15 to the environment, or use the API key of the other one.',
  },
  'agreement.interchange-duplicate': {
    level: 'guide',
    meaning:
      'The interchange control number was used before by this sender in the agreed period; nothing was applied again.',
    remedy: 'If this is new content, send it with a new ISA13. If it is a repetition, there is nothing to do.',
  },
  'agreement.set-not-agreed': {
    level: 'guide',
    meaning: 'The transaction set is not among the documents agreed with this partner in this direction.',
    remedy: 'Agree the document in the portal first, or correct ST01.',
  },
} as const satisfies Record<string, { level: Finding['level']; meaning: string; remedy: string }>;

export type AgreementFindingCode = keyof typeof agreementFindings;

/** What is known about the sender of an interchange. */
export interface Agreed {
  readonly environment: 'sandbox' | 'production';
  /** Identities of the organisation that the document came from, as `ZZ/QUAYSIDE`. */
  readonly senders: ReadonlySet<string>;
  /** Our own identities. */
  readonly receivers: ReadonlySet<string>;
  /** Transaction sets that this partner may send. */
  readonly sets: ReadonlySet<string>;
  /** The document that used the control number before. */
  readonly duplicateOf?: string | undefined;
}

/** Identities and documents as agreed with a partner, in the form that `checkAgreement` wants. */
export function agreementOf(
  environment: Agreed['environment'],
  terms: {
    readonly identities: readonly Identity[];
    readonly ours: readonly Identity[];
    readonly configuration: Pick<Configuration, 'documents'>;
  },
): Agreed {
  const names = (list: readonly Identity[]) => new Set(list.map((i) => `${i.qualifier}/${i.isaId}`));
  return {
    environment,
    senders: names(terms.identities),
    receivers: names(terms.ours),
    sets: new Set(terms.configuration.documents.filter((d) => d.direction === 'inbound').map((d) => d.set)),
  };
}

/** A party as `qualifier/id`, the way identities are kept. */
export const identity = (party: { qualifier: string; id: string }) => `${party.qualifier}/${party.id}`;

/** Adds to a checked interchange what the agreement says about it; statuses follow. A rejected interchange has no accepted group. `listed` is the room for what is found, shared by the interchanges of a document. */
export function checkAgreement(interchange: Interchange, agreed: Agreed, listed = new FindingRoom()): Interchange {
  const own = aboutInterchange(interchange, agreed).map((finding) => listed.admit(finding));
  const findings = [...interchange.findings, ...own];
  const status = interchangeStatus(findings);
  const groups = interchange.groups.map((group) => judgeGroup(group, agreed, status === 'R', listed));
  return { ...interchange, findings, status, groups };
}

function aboutInterchange(interchange: Interchange, agreed: Agreed): readonly Finding[] {
  const [offset] = interchange.range;
  const at = (element: number) => ({ segment: 'ISA', element, offset });
  const found: Finding[] = [];
  const sender = identity(interchange.sender);
  const receiver = identity(interchange.receiver);
  if (!agreed.senders.has(sender)) {
    found.push(
      say(
        'agreement.sender-unknown',
        at(6),
        { ta105: '006' },
        sender,
        [...agreed.senders].join(' or ') || 'a registered identity',
      ),
    );
  }
  if (!agreed.receivers.has(receiver)) {
    found.push(
      say(
        'agreement.receiver-unknown',
        at(8),
        { ta105: '009' },
        receiver,
        [...agreed.receivers].join(' or ') || 'our identity',
      ),
    );
  }
  const usage = agreed.environment === 'production' ? 'P' : 'T';
  if (interchange.usage !== usage && interchange.usage !== 'I')
    found.push(say('agreement.usage-mismatch', at(15), { ta105: '020' }, interchange.usage, usage));
  if (agreed.duplicateOf) {
    found.push(
      say(
        'agreement.interchange-duplicate',
        at(13),
        { ta105: '025' },
        interchange.control,
        `a number not used since document ${agreed.duplicateOf}`,
      ),
    );
  }
  return found;
}

function judgeGroup(group: FunctionalGroup, agreed: Agreed, rejected: boolean, listed: FindingRoom): FunctionalGroup {
  const sets = group.sets.map((set) => judgeSet(set, agreed, rejected, listed));
  return { ...group, sets, status: rejected ? 'R' : groupStatus({ ...group, sets }) };
}

function judgeSet(set: TransactionSet, agreed: Agreed, rejected: boolean, listed: FindingRoom): TransactionSet {
  // Acknowledgements of what we sent need no agreement of their own. An unknown set has its finding already.
  const known =
    agreed.sets.has(set.code) ||
    set.code === '997' ||
    set.code === '999' ||
    set.findings.some((f) => f.ack?.ak502 === '1' || f.ack?.ak502 === '6');
  const place = { segment: 'ST', position: 1, element: 1, offset: set.range[0] };
  const findings = known
    ? set.findings
    : [
        ...set.findings,
        listed.admit(
          say(
            'agreement.set-not-agreed',
            place,
            { ak502: '1' },
            set.code,
            [...agreed.sets].join(', ') || 'an agreed set',
          ),
        ),
      ];
  return withVerdict(set, findings, rejected ? 'R' : setStatus(findings));
}

function say(
  code: AgreementFindingCode,
  place: Partial<Finding>,
  ack: AckCodes,
  received: string,
  expected: string,
): Finding {
  const { level, meaning, remedy } = agreementFindings[code];
  return { code, level, ...place, received, expected, explanation: `${meaning} ${remedy}`, ack };
}
