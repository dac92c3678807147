import type { DocumentChannelName } from '../configuration/document-channels.ts';
import type { DocumentKey } from '../configuration/document-key.ts';
import type { Stage } from './stages.ts';

// What is known of a partner on its way to production. Each area has one reader `(tx, orgId, now) => its part`; the journey is computed from these
// parts alone, and nothing in it is ticked by hand.

/** Everything that is known at a moment. */
export interface Evidence {
  readonly partnerId: string;
  /** The moment: days and deadlines count to here. */
  readonly at: Date;
  readonly registration: RegistrationEvidence;
  readonly profile: ProfileEvidence;
  readonly agreement: AgreementEvidence;
  readonly connection: ConnectionEvidence;
  readonly certification: CertificationEvidence;
  readonly mapping: MappingEvidence;
  readonly goLive: GoLiveEvidence;
  /** The newest first. */
  readonly waivers: readonly Waiver[];
  /** Stages that the partner has entered, the oldest first; the last one without an end is where it was seen last. */
  readonly history: readonly StageEntry[];
}

/** Who came in. */
export interface RegistrationEvidence {
  readonly at: Date;
  /** People of the partner who can sign in. */
  readonly people: number;
  /** Invites that wait for their answer. */
  readonly invited: number;
  /** When the first person came in. */
  readonly firstPersonAt?: Date;
}

/** The form of the profile, as far as it is filled in. */
export interface ProfileEvidence {
  /** Grows by one with each change that was saved; 0 where nothing was said yet. */
  readonly revision: number;
  readonly savedAt?: Date;
  readonly savedBy?: string;
  /** What is asked for and not said yet, in people's words; empty where it is complete. */
  readonly lacks: readonly string[];
}

export interface AgreementEvidence {
  /** Documents of the draft. */
  readonly documents: readonly AgreedDocument[];
  /** SHA-256 of the agreement's text as it would be signed now, in hex; empty where no document is agreed. */
  readonly hash: string;
  /** Since when the text is this one. */
  readonly since?: Date;
  /** The newest signature of each side. */
  readonly signatures: readonly Signature[];
}

export interface AgreedDocument extends DocumentKey {
  /** What people call it: `945 Warehouse shipping advice`. */
  readonly name: string;
  /** Name of the endpoint at which it is exchanged. */
  readonly endpoint: string;
  /** What that is to be, where it was agreed before anybody had made it. */
  readonly channel?: DocumentChannelName;
  /** Path of its mapping among the files of the configuration: `mappings/945-in.yaml`. */
  readonly mapping: string;
}

export interface Signature {
  readonly side: Turn;
  /** Of the text that was signed. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly at: Date;
}

/** Per endpoint of the sandbox that an agreed document names. */
export interface ConnectionEvidence {
  readonly endpoints: readonly EndpointEvidence[];
}

export interface EndpointEvidence {
  readonly name: string;
  /** Absent where the agreement names an endpoint that nobody has made. */
  readonly id?: string;
  readonly channel?: string;
  readonly testedAt?: Date;
  /** Whether the last test, or an exchange after it, went well; a change of settings makes it false. */
  readonly passed: boolean;
  /** What was wrong at the last try. */
  readonly why?: string;
}

export type ScenarioTier = 'connectivity' | 'must' | 'should' | 'resilience';

/** Read by `certificationOf` of `services/flows/certification/standing.ts`. */
export interface CertificationEvidence {
  readonly documents: readonly {
    readonly key: DocumentKey;
    readonly scenarios: readonly ScenarioStanding[];
  }[];
}

export interface ScenarioStanding {
  readonly id: string;
  readonly title: string;
  readonly tier: ScenarioTier;
  /** `reopened`: it had passed, and something that it touches was changed since. */
  readonly state: 'open' | 'running' | 'failed' | 'passed' | 'reopened';
  /** Why it failed or was opened again. */
  readonly why?: string;
  readonly passedAt?: Date;
  readonly runId?: string;
}

/** Read by `mappingStanding` of `services/flows/mappings/standing.ts`. */
export interface MappingEvidence {
  readonly mappings: readonly MappingStanding[];
}

/** Where a mapping of the draft stands. */
export interface MappingStanding {
  /** `mappings/945-in.yaml` */
  readonly path: string;
  /** Of the version that the draft has; a review is about this one and no other. */
  readonly hash: string;
  readonly author: string;
  readonly state: 'unreviewed' | 'asked' | 'approved' | 'returned';
  /** Who decided, or who asked where nobody has decided. */
  readonly reviewer?: string;
  readonly at?: Date;
  readonly note?: string;
  /** The template that has it, byte for byte: the team publishes templates reviewed. */
  readonly template?: string;
  /** Of the elements that the standard and the guide always want, how many it reads or writes. */
  readonly coverage?: { readonly mandatory: number; readonly mapped: number };
}

/** Read by `services/flows/go-live/standing.ts`. */
export interface GoLiveEvidence {
  readonly documents: readonly DocumentGoLive[];
  /** The partner's production is held by a person. */
  readonly suspended?: { readonly since: Date; readonly by: string; readonly reason: string };
  /** The partner was off-boarded. */
  readonly retired?: { readonly since: Date; readonly by: string; readonly reason: string };
}

export interface DocumentGoLive {
  readonly key: DocumentKey;
  readonly parallelRun?: {
    readonly state: 'running' | 'passed' | 'failed';
    readonly since: Date;
    readonly endedAt?: Date;
    /** Such as `18 of 20 documents, 4 of 5 days, no mismatch`. */
    readonly progress: string;
    readonly why?: string;
  };
  readonly request?: {
    readonly id: string;
    readonly state: 'asked' | 'returned' | 'approved';
    readonly at: Date;
    readonly by: string;
    /** The day that was asked for. */
    readonly goLiveAt?: Date;
    /** Names of those who approved. */
    readonly approvals: readonly string[];
    readonly approvalsNeeded: number;
    /** Why it was returned, by its numbered code. */
    readonly returned?: { readonly code: string; readonly reason: string; readonly remedy: string };
  };
  /** Absent where production does not run the document. */
  readonly production?: {
    readonly release: number;
    readonly since: Date;
    /** Whether the draft says something else of the document than what production runs. */
    readonly isChanged: boolean;
    /** What of the traffic goes there while it is a canary, in hundredths. */
    readonly canaryPercent?: number;
  };
  /** Absent where nobody watches the document more closely than others. */
  readonly hypercare?: { readonly since: Date; readonly until: Date; readonly progress: string };
}

/** Whose turn it is. */
export type Turn = 'partner' | 'team';

/** The team lets a requirement be, until a day. */
export interface Waiver {
  /** Of the requirement. */
  readonly requirement: string;
  readonly by: string;
  readonly why: string;
  readonly at: Date;
  readonly until: Date;
}

export interface StageEntry {
  readonly stage: Stage;
  readonly turn: Turn | 'nobody';
  readonly enteredAt: Date;
  /** Absent while the partner is there. */
  readonly leftAt?: Date;
}
