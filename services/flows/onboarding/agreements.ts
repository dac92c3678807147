import type {
  AcknowledgementPolicy,
  Configuration,
  ConfiguredDocument,
  PartnerKind,
  ResendRule,
  Sla,
} from '../../domain/configuration/configuration.ts';
import type { DocumentChannelName } from '../../domain/configuration/document-channels.ts';
import { documentFiles } from '../../domain/configuration/document-files.ts';
import { isForRole } from '../../domain/configuration/document-role.ts';
import {
  addDocument,
  changeDocument,
  type DocumentChange,
  type DocumentKey,
  removeDocument,
} from '../../domain/configuration/edit-documents.ts';
import { sampleFor } from '../../domain/configuration/samples.ts';
import { listed } from '../../domain/lists.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { templateGuides, templateTexts } from '../../library/templates.ts';
import { audit } from '../../store/audit.ts';
import { bytesOf, configurationFiles, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { endpointsOf } from '../../store/endpoints.ts';
import { companyFacts, profileOf } from '../../store/journey/profiles.ts';
import { draftOf, lockPartner } from '../../store/releases.ts';
import { refuseChangedSince } from '../changed-since.ts';
import { hashNamed } from '../compare-configurations.ts';
import { compileOnce } from '../compile-once.ts';
import { type ChangeBy, changeEntry, ReleaseRefused, type ReleaseTools, saveDraft } from '../releases.ts';
import { refuseOvertaken } from './overtaken-terms.ts';
import { setNameOf, templatesFor } from './templates.ts';

// What is agreed with a partner, document by document. Changes go to its draft.

/** A document as it is agreed. */
export interface Agreement {
  readonly set: string;
  /** What the standard calls the set. */
  readonly name: string;
  readonly direction: ConfiguredDocument['direction'];
  readonly version: string;
  /** Versions that the mapping serves. */
  readonly versions: readonly string[];
  readonly format: ConfiguredDocument['format'];
  readonly mapping: string;
  readonly endpoint: string;
  /** What that is to be, where it was agreed before anybody had made it. */
  readonly channel?: DocumentChannelName;
  /** There is an endpoint of that name, in one environment at least. */
  readonly isSetUp: boolean;
  readonly acknowledgement: AcknowledgementPolicy;
  readonly sla: Sla;
  readonly resend: ResendRule;
  /** Whether a guide holds for it, and whether there is a sample of it. */
  readonly hasGuide: boolean;
  readonly hasSample: boolean;
}

/** A document that a template has and the partner has not; of its role, unless somebody names another by hand. */
export interface Available extends DocumentKey {
  readonly name: string;
  readonly version: string;
  readonly template: string;
}

export interface Agreements {
  /** Hash of the configuration that says it. */
  readonly configuration: string;
  readonly agreements: readonly Agreement[];
  readonly available: readonly Available[];
}

/** Hashes of the draft before and after a change: with `after` as `insteadOf`, `before` takes it back and nothing else. */
export interface DraftChange {
  readonly before: string;
  readonly after: string;
}

/** What a configuration of the partner agrees on. @param which `draft`, a candidate, a number, or `production` and `sandbox` for what these run. @param role what is offered beside it is for this one */
export async function readAgreements(
  standards: Standards,
  tx: Tx,
  orgId: string,
  which: string,
  role: PartnerKind = 'carrier-3pl',
): Promise<Agreements> {
  const hash = await hashNamed(tx, orgId, which);
  const files = await configurationFiles(tx, orgId, hash);
  const configuration = await compileOnce(standards, hash, () => files);
  const texts = textsOf(files);
  const made = new Set((await endpointsOf(tx, { orgId })).map(({ name }) => name));
  return {
    configuration: hash,
    agreements: configuration.documents.map((document) => ({
      ...agreementOf(standards, configuration, texts, document),
      isSetUp: made.has(document.endpoint),
    })),
    available: availableFor(standards, configuration, role),
  };
}

function agreementOf(
  standards: Standards,
  { guides }: Configuration,
  files: ReadonlyMap<string, string>,
  document: ConfiguredDocument,
): Omit<Agreement, 'isSetUp'> {
  const { set, direction, version, format, mapping, compiled, endpoint, channel, acknowledgement, sla, resend } =
    document;
  return {
    ...{ set, name: setNameOf(standards, set, version), direction, version, format, mapping, endpoint },
    versions: version === '' ? [] : [...new Set([version, compiled.version, ...(compiled.alsoIn ?? [])])],
    ...(channel !== undefined && { channel }),
    ...{ acknowledgement, sla, resend },
    hasGuide: guides.some((guide) => guide.set === set),
    hasSample: sampleFor(files, document) !== undefined,
  };
}

/** What the partner is, by its profile; as it came in where that says nothing. The transaction sees all organisations. */
export async function roleOf(tx: Tx, orgId: string): Promise<PartnerKind> {
  const { role } = ((await profileOf(tx, orgId))?.form ?? {}) as { readonly role?: PartnerKind };
  return role ?? ((await companyFacts(tx, orgId))?.kind as PartnerKind | undefined) ?? 'carrier-3pl';
}

function availableFor(standards: Standards, { documents }: Configuration, role: PartnerKind): readonly Available[] {
  const known = new Set(documents.map(({ set, direction }) => `${direction} ${set}`));
  return [...templatesFor(standards)].flatMap(([template, one]) =>
    one.documents.flatMap((document): Available[] => {
      const { set, direction, version } = document;
      const key = `${direction} ${set}`;
      if (known.has(key) || !isForRole(document, role)) return [];
      known.add(key);
      return [{ set, direction, version, name: setNameOf(standards, set, version), template }];
    }),
  );
}

/** Agrees on a document that a template has: its mapping, guides and samples go into the draft, unless files of these names are there already. */
export async function addAgreement(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & { readonly key: DocumentKey; readonly template?: string | undefined },
): Promise<DraftChange> {
  const { key, template } = change;
  return edit(tools, tx, change, ({ head, files, found }) => {
    if (found) throw new ReleaseRefused(`The ${words(key)} is agreed already.`);
    const names = [...templatesFor(tools.standards).keys()].filter(
      (name) => template === undefined || name === template,
    );
    if (names.length === 0) throw new ReleaseRefused(`There is no template ${template}.`);
    for (const name of names) {
      const document = templatesFor(tools.standards)
        .get(name)!
        .documents.find(({ set, direction }) => set === key.set && direction === key.direction);
      if (!document) continue;
      const { mapping, files: own } = documentFiles({ name, files: templateTexts(name) }, document, {
        files,
        guides: templateGuides(),
      });
      for (const [path, text] of own) files.set(path, text);
      return addDocument(head, { ...key, version: document.version, mapping });
    }
    throw new ReleaseRefused(
      `${template === undefined ? 'No template has' : `The template ${template} does not have`} the ${words(key)}. Add it as a file: crossdock partner export, then import.`,
    );
  });
}

/** Changes version, endpoint, acknowledgement or deadlines of a document. */
export async function changeAgreement(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & {
    readonly key: DocumentKey;
    readonly say: DocumentChange;
    /** Hash of the draft that the author saw. */
    readonly insteadOf?: string | undefined;
  },
): Promise<DraftChange> {
  await refuseOvertaken(tools, tx, change);
  const where = await exchangedAt(tx, change.orgId, change.say);
  return edit(tools, tx, change, ({ head, found }) => {
    needed(found, change.key);
    return changeDocument(head, change.key, { ...change.say, ...where });
  });
}

/** Names one endpoint in all documents, as one change of the agreement; `channel` where it is to be set up yet. */
export async function exchangeAllAt(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & Where & { readonly endpoint: string },
): Promise<DraftChange> {
  const { orgId } = change;
  await lockPartner(tx, orgId);
  const hash = await draftOf(tx, orgId);
  if (hash === undefined) throw noDraft();
  const where = await exchangedAt(tx, orgId, change);
  const { agreements } = await readAgreements(tools.standards, tx, orgId, 'draft');
  const moved = agreements.filter((one) => one.endpoint !== where.endpoint || one.channel !== where.channel);
  const files = new Map(textsOf(await configurationFiles(tx, orgId, hash)));
  const head = moved.reduce(
    (text, { set, direction }) => changeDocument(text, { set, direction }, where),
    files.get('partner.yaml')!,
  );
  const { hash: saved } = await saveDraft(tools, tx, {
    ...change,
    files: bytesOf(files.set('partner.yaml', head)),
  });
  const entry = changeEntry(change, tools.now());
  await audit(
    tx,
    moved.map((before) => {
      const { set, direction } = before;
      const detail = { set, direction, before: told(before), after: { ...told(before), ...where } };
      return { ...entry, action: 'agreement.changed', detail };
    }),
  );
  return { before: hash, after: saved };
}

interface Where {
  readonly endpoint?: string | undefined;
  readonly channel?: DocumentChannelName | undefined;
}

/**
 * Where a document is to be exchanged. A partner agrees before it connects: with its kind a channel can be named that nobody has made yet, which is a requirement of the journey
 * then. An endpoint may be made for one environment before the other, so it is enough that there is one of the name.
 * @throws ReleaseRefused
 */
async function exchangedAt(tx: Tx, orgId: string, { endpoint, channel }: Where): Promise<Where> {
  if (endpoint === undefined && channel === undefined) return {};
  const made = await endpointsOf(tx, { orgId });
  const name = endpoint ?? made.find((one) => one.channel === channel)?.name ?? channel!;
  const there = made.find((one) => one.name === name);
  if (there === undefined) {
    if (channel !== undefined) return { endpoint: name, channel };
    const names = listed([...new Set(made.map((one) => one.name))]);
    throw new ReleaseRefused(
      `The partner has no endpoint called ${name}; it has ${names || 'none'}. Say with it which channel it will be, and it can be set up later.`,
    );
  }
  if (channel !== undefined && there.channel !== channel)
    throw new ReleaseRefused(
      `The endpoint ${name} is ${there.channel}, not ${channel}. Give the new one another name.`,
    );
  return { endpoint: name, channel: undefined };
}

/** Ends an agreement. Its mapping and guide stay among the files of the draft. */
export async function removeAgreement(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & { readonly key: DocumentKey },
): Promise<DraftChange> {
  return edit(tools, tx, change, ({ head, found, count }) => {
    needed(found, change.key);
    if (count === 1) throw new ReleaseRefused('It is the only document that is agreed, and a partner needs one.');
    return removeDocument(head, change.key);
  });
}

/**
 * Makes a configuration that the partner had before its draft again, which is how a change is taken back.
 * @throws CodedError when the draft is not `insteadOf`
 */
export async function restoreDraft(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & { readonly configuration: string; readonly insteadOf?: string | undefined },
): Promise<void> {
  await lockPartner(tx, change.orgId);
  refuseChangedSince('the draft', change.insteadOf, await draftOf(tx, change.orgId));
  const files = await configurationFiles(tx, change.orgId, change.configuration);
  if (files.size === 0) throw new ReleaseRefused('The partner never had this configuration.');
  await saveDraft(tools, tx, { ...change, files });
}

const words = ({ set, direction }: DocumentKey) =>
  `${set} ${direction === 'inbound' ? 'from the partner' : 'to the partner'}`;

function needed(found: Agreement | undefined, key: DocumentKey): void {
  if (!found) throw new ReleaseRefused(`The ${words(key)} is not agreed.`);
}

const noDraft = () =>
  new ReleaseRefused('The partner has no draft. Import a folder, or make the partner from a template.');

interface Editing {
  /** Text of `partner.yaml`. */
  readonly head: string;
  readonly files: Map<string, string>;
  readonly found: Agreement | undefined;
  readonly count: number;
}

/** Runs a change of the head on the draft, saves it, and puts on record what was agreed before and what is after. */
async function edit(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & { readonly key: DocumentKey },
  work: (of: Editing) => string,
): Promise<DraftChange> {
  const { orgId, key } = change;
  await lockPartner(tx, orgId);
  const hash = await draftOf(tx, orgId);
  if (hash === undefined) throw noDraft();
  const agreed = async () => {
    const { agreements } = await readAgreements(tools.standards, tx, orgId, 'draft');
    return {
      found: agreements.find((one) => one.set === key.set && one.direction === key.direction),
      count: agreements.length,
    };
  };
  const before = await agreed();
  const files = new Map(textsOf(await configurationFiles(tx, orgId, hash)));
  files.set('partner.yaml', work({ head: files.get('partner.yaml')!, files, ...before }));
  const { hash: saved, changed } = await saveDraft(tools, tx, { ...change, files: bytesOf(files) });
  if (!changed) return { before: hash, after: hash };
  const { found: after } = await agreed();
  const action = before.found ? (after ? 'agreement.changed' : 'agreement.removed') : 'agreement.added';
  const detail = { set: key.set, direction: key.direction, before: told(before.found), after: told(after) };
  await audit(tx, [{ ...changeEntry(change, tools.now()), action, detail }]);
  return { before: hash, after: saved };
}

/** The agreement as the audit trail keeps it. */
function told(agreement: Agreement | undefined) {
  if (!agreement) return null;
  const { version, mapping, endpoint, channel, acknowledgement, sla, resend } = agreement;
  return { version, mapping, endpoint, channel, acknowledgement, sla, resend };
}
