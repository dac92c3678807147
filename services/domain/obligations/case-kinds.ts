import { type CaseKind, kind } from './case-kind.ts';
import { day, endpointKinds } from './endpoint-cases.ts';
import { goLiveCases } from './go-live-cases.ts';
import { mailCases } from './mail-cases.ts';

export type { CaseKind };

interface Late {
  readonly dueAt: Date;
}
const late = (owner: CaseKind<Late>['owner'], title: string, remedy?: string) =>
  kind<Late>({
    owner,
    severity: 'error',
    title: () => title,
    detail: ({ dueAt }) => `It was due at ${dueAt.toISOString()}.`,
    ...(remedy !== undefined && { remedy: () => remedy }),
  });

const soon = (title: string, remedy: string) =>
  kind<Late>({
    owner: 'operator',
    severity: 'warning',
    title: () => title,
    detail: ({ dueAt }) => `It is due at ${dueAt.toISOString()}.`,
    remedy: () => remedy,
  });

interface Entry {
  readonly connectionId: string;
  /** The entry that is missing, as Odoo knows it. */
  readonly id: number;
  readonly name: string;
  /** The first transfer that waits for it, and how many more do. */
  readonly subject: string;
  readonly more: number;
}
const missingEntry = (entry: string, what: string, remedy: (name: string) => string) =>
  kind<Entry>({
    ...{ owner: 'team', severity: 'error', isInside: true },
    fingerprint: ({ connectionId, id }) => `odoo.feed/${connectionId}/${entry}/${id}`,
    title: ({ name }) => `No ${what} for ${name}`,
    detail: ({ subject, more }) => `${subject}${more > 0 ? ` and ${more} more` : ''} cannot be sent.`,
    remedy: ({ name }) => `${remedy(name)} What waits for it then goes out by itself.`,
  });

const inbox = (owner: 'team' | 'operator', title: string, detail: string, remedy: string) =>
  kind<void>({ owner, severity: 'error', title: () => title, detail: () => detail, remedy: () => remedy });

/** All kinds of cases. A case that is raised names its kind, and the facts that its words are made of. */
export const caseKinds = {
  'clock.acknowledge': late('operator', 'Our acknowledgement is late'),
  'clock.acknowledge-due': soon(
    'Our acknowledgement is due soon',
    'Look whether a worker runs and keeps up; it closes when the document is acknowledged.',
  ),
  'clock.collect': late(
    'partner',
    'The partner has not collected it in time',
    'Ask them whether their system fetches; it closes when the document is collected.',
  ),
  'clock.mdn': late(
    'partner',
    'The partner has not sent its receipt (MDN) in time',
    'Ask them whether it arrived. A receipt that comes late closes it; without one, resend the document.',
  ),
  'clock.ta1': late(
    'partner',
    'The partner has not sent its TA1 in time',
    'Ask them whether it arrived, and whether they answer with a TA1; it closes when the TA1 comes.',
  ),
  'mdn.negative': kind<{ name: string; message: string }>({
    owner: 'team',
    severity: 'error',
    title: () => "The partner's receipt (MDN) refuses the document",
    detail: ({ name, message }) => `At ${name}: ${message}`,
    remedy: () => 'Mend what it names, with the partner if it is theirs, then resend the document.',
  }),
  'clock.functional-ack': late('partner', 'The partner has not acknowledged in time'),
  'clock.business-answer': late('partner', 'The partner has not answered in time'),

  'document.quarantined': kind<{ failures: number; deaths: number; lastReason: string }>({
    owner: 'team',
    severity: 'error',
    title: () => 'The document could not be translated and was set aside',
    detail: ({ failures, deaths, lastReason }) => [...tries(failures, deaths), lastReason].join(' '),
    remedy: () =>
      'Look at the document and at the log under its id; when the cause is gone, release it with "Translate again". Its sender has got no acknowledgement yet.',
  }),
  'document.unmapped': kind<{ code: string; set: string; control: string; explanation: string }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ code, set }) => `${code}/${set}`,
    title: ({ set, control }) =>
      control === '' ? `${set}: not all of it became events` : `${set} ${control}: no event could be created from it`,
    detail: ({ explanation }) => explanation,
  }),

  'document.not-agreed': kind<{ code: string; explanation: string }>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ code }) => code,
    title: () => 'A document came that is not agreed with the partner',
    detail: ({ explanation }) => explanation,
  }),

  'acknowledgement.unwritten': kind<{ code: string; explanation: string }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ code }) => code,
    title: () => 'The acknowledgement could not be written',
    detail: ({ explanation }) => explanation,
  }),
  'acknowledgement.unaddressed': kind<{ code: string; explanation: string }>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ code }) => code,
    title: () => 'The acknowledgement has no certain address',
    detail: ({ explanation }) => explanation,
  }),
  'ack.unmatched': kind<{ kind: string; functionalId: string; groupControl: string; environment: string }>({
    owner: 'partner',
    severity: 'error',
    fingerprint: ({ functionalId }) => `ack.unmatched/${functionalId}`,
    title: (of) => `${of.kind} for group ${of.groupControl}, which was never sent`,
    detail: (of) =>
      `The partner acknowledges ${of.functionalId} group ${of.groupControl}. No such group went to this partner in ${of.environment}.`,
  }),
  'ta1.unmatched': kind<{ control: string; environment: string }>({
    owner: 'partner',
    severity: 'error',
    fingerprint: () => 'ack.unmatched/TA1',
    title: ({ control }) => `TA1 for interchange ${control}, which was never sent`,
    detail: ({ control, environment }) =>
      `The partner answers interchange ${control}. No such interchange went to this partner in ${environment}.`,
  }),
  'ack.rejected': kind<{
    kind: string;
    status: string;
    groupControl: string;
    faulty: string;
    /** When they had accepted it, if they had. */
    acceptedAt?: Date | undefined;
  }>({
    owner: 'team',
    severity: 'error',
    title: (of) => `The partner's ${of.kind} says ${of.status}`,
    detail: ({ groupControl, faulty, acceptedAt }) =>
      `Group ${groupControl} was not accepted as it is${faulty === '' ? '' : `: ${faulty}`}.${acceptedAt ? ` They had accepted it at ${acceptedAt.toISOString()}; ask which of the two holds.` : ''}`,
    remedy: (of) => `The ${of.kind} of the partner names the places.`,
  }),
  'ta1.rejected': kind<{ control: string; note: string; meaning: string }>({
    owner: 'team',
    severity: 'error',
    title: () => "The partner's TA1 rejects our interchange",
    detail: ({ control, note, meaning }) => `Interchange ${control} was not read: note ${note}, ${meaning}.`,
    remedy: () => 'Correct what it names, then reissue the document.',
  }),
  'ack.replaced': kind<{ kind: string; groupControl: string; by: string }>({
    owner: 'team',
    severity: 'warning',
    title: ({ kind: name }) => `The partner's ${name} accepts a document that was replaced`,
    detail: ({ groupControl, by }) =>
      `Group ${groupControl} was reissued as ${by}, and now the partner accepts the former one.`,
    remedy: () => 'Ask them which of the two they act on, so that nothing is done twice.',
  }),

  'mdn.unsent': kind<{ detail: string }>({
    owner: 'team',
    severity: 'warning',
    title: () => 'Our receipt (MDN) could not be sent',
    detail: ({ detail }) => `${detail.replace(/\.$/, '')}.`,
    remedy: () =>
      'The document is stored and goes on. The partner may send it again, which does no harm; look whether the address that it asks the receipt to go to answers.',
  }),

  'delivery.stopped': kind<{ code: string; type: string; subject: string; reason: string }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ code, type }) => `${code}/${type}`,
    title: ({ subject, code }) => `${subject}: ${code}`,
    detail: ({ reason }) => reason,
  }),

  'keys.unknown': kind<{ environment: string }>({
    ...{ owner: 'team', severity: 'error', isInside: true },
    fingerprint: ({ environment }) => `keys.unknown/${environment}`,
    title: () => 'Documents wait for cross references',
    detail: () => 'They name items, units, places or contacts by keys of the partner that Odoo knows nothing by.',
    remedy: () =>
      'Say what each is in Odoo: on the page of the partner under Cross references, where the suggestions of Odoo stand, or with `crossdock lookups waiting`. What waits then goes on by itself, and this closes with the last of it.',
  }),
  'feed.carrier-code': missingEntry(
    'carrier-code',
    'carrier code',
    (name) =>
      `Say which code (SCAC) the trade knows “${name}” by: in the portal under Odoo, or with \`crossdock odoo carrier set\`.`,
  ),
  'feed.unit-code': missingEntry(
    'unit-code',
    'X12 unit',
    (name) => `Say which unit code “${name}” is in the partner's look-up odoo-units (a line such as \`PK,${name}\`).`,
  ),
  'connection.failing': kind<{ connectionId: string; name: string; state: 'refused' | 'unreachable'; message: string }>(
    {
      owner: 'operator',
      severity: 'error',
      fingerprint: ({ connectionId }) => `odoo.connection/${connectionId}`,
      title: ({ name, state }) => `${name} ${state === 'refused' ? 'does not let the hub in' : 'cannot be reached'}`,
      detail: ({ message }) => message,
      remedy: ({ state }) =>
        state === 'refused'
          ? 'Nothing is lost: what is for this Odoo waits, and goes on by itself. Check address, database name and API key of the connection (keys of ordinary users end after 90 days in Odoo 18 and 19).'
          : 'Nothing is lost: what is for this Odoo waits, and goes on by itself when Odoo answers again.',
    },
  ),
  'connection.differs': kind<{ connectionId: string; name: string; count: number; first: string }>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ connectionId }) => `connection.differs/${connectionId}`,
    title: ({ name, count }) =>
      `${name} differs from what the hub wrote there in ${count === 1 ? 'one place' : `${count} places`}`,
    detail: ({ first, count }) => (count === 1 ? first : `${first} And ${count - 1} more.`),
    remedy: () =>
      'Go through the differences of the last reconciliation (page Odoo, or `crossdock odoo reconcile`): each says what to do. The next one without any closes this.',
  }),
  'order.answer-outdated': kind<{ connectionId: string; recordId: number; number: string; detail: string }>({
    ...{ owner: 'team', severity: 'warning', isInside: true },
    fingerprint: ({ connectionId, recordId, detail }) => `order.answer-outdated/${connectionId}/${recordId}/${detail}`,
    title: ({ number }) => `The buyer of ${number} does not know how the order stands`,
    detail: ({ detail }) => detail,
    remedy: () =>
      'The hub answers an order once, by an 855, and has no document for what is changed later. Tell the buyer, or set the order in Odoo to what was answered: that closes this by itself.',
  }),
  'channel.stranger': kind<{ channel: string; message: string }>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ channel }) => `channel.stranger/${channel}`,
    title: ({ channel }) => `Somebody unknown called by ${channel}`,
    detail: ({ message }) => message,
    remedy: () =>
      'Where it is a partner, compare the ids and names that it uses with the settings of its endpoint. Otherwise resolve the case.',
  }),
  'broker.failing': kind<{ reason: string; since: Date }>({
    owner: 'operator',
    severity: 'error',
    title: () => 'The broker takes no events',
    detail: ({ reason, since }) => `${reason}. It has taken none since ${since.toISOString()}.`,
    remedy: () =>
      'Nothing is lost and nothing else waits: events go on from where they stopped when it answers. Look at the server that NATS_URL names, and whether JetStream is on.',
  }),

  'api-key.ending': kind<{ name: string; prefix: string; expiresAt: Date; lastUsedAt: Date | null }>({
    owner: 'team',
    severity: 'warning',
    fingerprint: ({ prefix }) => `api-key.ending/${prefix}`,
    title: ({ name, expiresAt }) => `The API key ${name} ends on ${day(expiresAt)}`,
    detail: ({ lastUsedAt, prefix }) =>
      `${lastUsedAt ? `It was last used on ${day(lastUsedAt)}` : 'It was never used'}. From that day on ${prefix}… is answered 401 \`http.key-expired\`.`,
    remedy: () => 'Give out a new key of the same name, prolong it or revoke it; then this closes by itself.',
  }),

  'inbox.disk-full': inbox(
    'operator',
    'The inbox refuses documents: the disk is nearly full',
    'Partners are answered 503 and send again.',
    'Make room; CROSSDOCK_MIN_FREE_MB is the mark.',
  ),
  'inbox.backlog-full': inbox(
    'operator',
    'The inbox refuses documents: too many wait for translation',
    'Partners are answered 503 and send again.',
    'Look whether a worker runs and keeps up, or start another.',
  ),
  'inbox.partner-backlog-full': inbox(
    'team',
    'The inbox refuses documents of this partner: too many wait for translation',
    'The partner is answered 503 and sends again.',
    'Ask whether it sends so much on purpose.',
  ),
  'disk.low': kind<{ freeMb: number; minFreeMb: number }>({
    owner: 'operator',
    severity: 'warning',
    title: () => 'The disk of the hub is getting full',
    detail: ({ freeMb }) => `${freeMb} MB were free when this was noticed.`,
    remedy: ({ minFreeMb }) =>
      `Make room: below ${minFreeMb} MB the inbox refuses documents (CROSSDOCK_WARN_FREE_MB and CROSSDOCK_MIN_FREE_MB are the marks).`,
  }),
  ...{ ...mailCases, ...goLiveCases, ...endpointKinds },
  'audit.unsealed': kind<{ since: Date }>({
    owner: 'operator',
    severity: 'error',
    title: () => 'Audit entries are not being sealed',
    detail: ({ since }) => `The oldest waits since ${since.toISOString()}.`,
    remedy: () =>
      "Look in the workers' log for what keeps `watch` from it, and run `crossdock audit verify`. It closes when all are sealed.",
  }),
  'audit.shortened': kind<{ file: string; reason: string }>({
    owner: 'operator',
    severity: 'error',
    title: () => 'The audit trail is not what was signed',
    detail: ({ reason }) => reason,
    remedy: ({ file }) =>
      `Run \`crossdock audit verify\`. After a restore from a backup that is expected: move ${file} away, and it closes.`,
  }),
} as const;

function tries(failures: number, deaths: number): readonly string[] {
  return [
    ...(failures > 0 ? [`${failures} ${failures === 1 ? 'try' : 'tries'} at translating it failed.`] : []),
    ...(deaths > 0 ? [`The hub ended ${deaths} ${deaths === 1 ? 'time' : 'times'} in the middle of it.`] : []),
  ];
}

export type CaseKindName = keyof typeof caseKinds;
export type FactsOf<K extends CaseKindName> = (typeof caseKinds)[K] extends CaseKind<infer Facts> ? Facts : never;

/** A kind with the facts that its words are made of. */
export type CaseFacts = {
  readonly [K in CaseKindName]: { readonly kind: K; readonly facts: FactsOf<K> };
}[CaseKindName];

/** Kinds that a partner is not shown, though they are about it. */
export const insideKinds: readonly string[] = Object.entries(caseKinds).flatMap(([name, { isInside }]) =>
  isInside ? [name] : [],
);

export interface CaseWords {
  readonly fingerprint: string;
  readonly title: string;
  readonly detail: string;
}

/** What a case is called and what it says; the remedy is the end of its detail. */
export function wordsOf({ kind: name, facts }: CaseFacts): CaseWords {
  const { fingerprint, title, detail, remedy } = caseKinds[name] as CaseKind<unknown>;
  return {
    fingerprint: fingerprint?.(facts) ?? name,
    title: title(facts),
    detail: [detail(facts), remedy?.(facts)].filter(Boolean).join(' '),
  };
}
