import type { Guide } from '../guide/guide.ts';
import type { CodeTable } from '../language/tables.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import type { AcknowledgementKind, Ta1Policy } from '../x12/acknowledge/acknowledge.ts';
import type { DocumentChannelName } from './document-channels.ts';

/** Everything that was agreed with one partner, compiled from its files. It never changes: a change makes another one, with another hash. */
export interface Configuration {
  /** SHA-256 over its files, in hex; empty where nobody keeps them. */
  readonly hash: string;
  /** Name of the partner, or of the template. */
  readonly name: string;
  readonly kind: PartnerKind;
  /** Templates that it was made from. */
  readonly templates: readonly string[];
  /** Zone for local times whose place is unknown. */
  readonly zone?: string;
  /** How the partner is called in envelopes; a template has none. */
  readonly identities: Readonly<Record<'sandbox' | 'production', readonly Identity[]>>;
  readonly documents: readonly ConfiguredDocument[];
  /** What documents are held against: of each set and version at most one. */
  readonly guides: readonly Guide[];
  /** Code tables of this partner by name, the standard ones among them. */
  readonly tables: ReadonlyMap<string, CodeTable>;
  /** Entries of look-ups by name; cross references of the partner lie on top of them. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** For interchanges that hold no agreed document. */
  readonly acknowledgement: AcknowledgementPolicy;
  /** For what we send to the partner. */
  readonly delimiters: OutboundDelimiters;
}

export const partnerKinds = ['carrier', '3pl', 'carrier-3pl'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** How a company is called in ISA and GS. */
export interface Identity {
  readonly qualifier: string;
  readonly isaId: string;
  readonly gsId: string;
}

/** A document that is agreed: a set of X12, or a JSON, CSV or XML document by its name. */
export interface ConfiguredDocument {
  /** ST01, or the name of a document that is no X12. */
  readonly set: string;
  readonly direction: 'inbound' | 'outbound';
  /** Empty for a document that is no X12. */
  readonly version: string;
  readonly format: 'x12' | 'json' | 'csv' | 'xml';
  /** File name below `mappings/`. */
  readonly mapping: string;
  readonly compiled: Mapping;
  /** File name below `guides/`, where one is named; otherwise every guide of the set holds. */
  readonly guide?: string;
  /** Name of the partner's endpoint at which it is exchanged. */
  readonly endpoint: string;
  /** What the endpoint is to be, where it was agreed before anybody had made it. */
  readonly channel?: DocumentChannelName;
  readonly acknowledgement: AcknowledgementPolicy;
  readonly sla: Sla;
  readonly resend: ResendRule;
}

export interface AcknowledgementPolicy {
  /** What acknowledges the partner's groups. */
  readonly functional: AcknowledgementKind;
  /** When a TA1 is sent: never, when ISA14 asks for it, or always. */
  readonly ta1: Ta1Policy;
  /** Whether the 997 or 999 lists accepted sets too. */
  readonly includeAcceptedSets: boolean;
}

/** How long the partner has for what we send. */
export interface Sla {
  /** For collecting what waits in its mailbox. */
  readonly collectedWithinMinutes: number;
  /** For the receipt (MDN); what its endpoint says where nothing was agreed. */
  readonly receiptWithinMinutes?: number;
  /** For the TA1; we ask for one where that was agreed. */
  readonly ta1WithinMinutes?: number;
  /** For the 997 or 999, from the handing over. */
  readonly acknowledgedWithinMinutes: number;
  /** For the business answer, from the handing over. */
  readonly answeredWithinMinutes: number;
}

/** How what we sent may be sent once more. */
export interface ResendRule {
  /** `same`: the same bytes. `new`: written anew from its event, under new control numbers. */
  readonly numbers: 'same' | 'new' | 'either';
  /** What a document is written anew with: what is agreed now, or what it was written with before. */
  readonly configuration: 'present' | 'original';
}

export interface OutboundDelimiters {
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** A line feed after each terminator, for people's eyes. */
  readonly lineBreaks: boolean;
}

const dayMinutes = 24 * 60;

/** Name of the endpoint that every partner has from the beginning. */
export const usualEndpoint = 'https';

/** What holds where the terms say nothing else. */
export const usualAcknowledgement: AcknowledgementPolicy = {
  functional: '997',
  ta1: 'when-requested',
  includeAcceptedSets: true,
};
export const usualSla: Sla = {
  collectedWithinMinutes: dayMinutes,
  acknowledgedWithinMinutes: dayMinutes,
  answeredWithinMinutes: 2 * dayMinutes,
};
export const usualResend: ResendRule = { numbers: 'either', configuration: 'present' };
export const usualDelimiters: OutboundDelimiters = { element: '*', component: '>', terminator: '~', lineBreaks: false };

/** What holds where nothing was agreed: nobody is known, and no document is. */
export const nothingAgreed: Configuration = {
  hash: '',
  name: '',
  kind: '3pl',
  templates: [],
  identities: { sandbox: [], production: [] },
  documents: [],
  guides: [],
  tables: new Map(),
  lookups: new Map(),
  acknowledgement: usualAcknowledgement,
  delimiters: usualDelimiters,
};
