import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import { lookupsOf } from '../domain/mapping/run/needed-lookups.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { audit } from '../store/audit.ts';
import { configurationFiles } from '../store/configurations.ts';
import {
  changeCrossReferences,
  crossReferenceTable,
  type LookupPage,
  lookupCounts,
  lookupPage,
} from '../store/cross-references.ts';
import type { Tx } from '../store/database.ts';
import { unitLookup } from '../store/odoo-partners.ts';
import { draftOf, lockPartner } from '../store/releases.ts';
import { refuseChangedSince } from './changed-since.ts';
import { compileOnce } from './compile-once.ts';
import { type ChangeBy, changeEntry } from './releases.ts';

// Look-ups of a partner: what its own keys mean to us. They hold at once, for documents that are translated from then on.

/** One look-up as a list shows it. */
export interface Lookup {
  readonly name: string;
  readonly entries: number;
  /** Sets whose mappings ask it, of the partner's draft; none for one that nothing asks. */
  readonly usedBy: readonly string[];
  /** Entries that `lookups.yaml` of the draft has below them. */
  readonly beneath: number;
  readonly updatedAt?: Date;
}

/** All look-ups that have entries, or that a mapping of the draft asks. The units of an Odoo stand with its rules. */
export async function listLookups(standards: Standards, tx: Tx, orgId: string): Promise<readonly Lookup[]> {
  const counts = new Map((await lookupCounts(tx, orgId)).map((one) => [one.name, one] as const));
  counts.delete(unitLookup);
  const { usedBy, beneath } = await asked(standards, tx, orgId);
  const names = new Set([...counts.keys(), ...usedBy.keys(), ...beneath.keys()]);
  return [...names].sort().map((name) => {
    const own = counts.get(name);
    return {
      ...{ name, entries: own?.entries ?? 0, beneath: beneath.get(name) ?? 0 },
      usedBy: [...(usedBy.get(name) ?? [])].sort(),
      ...(own && { updatedAt: own.updatedAt }),
    };
  });
}

async function asked(standards: Standards, tx: Tx, orgId: string) {
  const usedBy = new Map<string, Set<string>>();
  const beneath = new Map<string, number>();
  const draft = await draftOf(tx, orgId);
  if (draft === undefined) return { usedBy, beneath };
  const files = await configurationFiles(tx, orgId, draft);
  const { documents, lookups } = await compileOnce(standards, draft, () => files);
  for (const { set, compiled } of documents)
    for (const name of lookupsOf(compiled)) usedBy.set(name, (usedBy.get(name) ?? new Set()).add(set));
  for (const [name, entries] of lookups) beneath.set(name, entries.size);
  return { usedBy, beneath };
}

/** Entries of one look-up whose key or value holds `q`, by key. @throws CodedError for the units of an Odoo */
export function readLookup(
  tx: Tx,
  of: { readonly orgId: string; readonly name: string; readonly q?: string | undefined; readonly limit: number },
): Promise<LookupPage> {
  requireOwn(of.name);
  return lookupPage(tx, of);
}

/** What is to become of entries: written over what is there, or removed with null. */
export type LookupChanges = ReadonlyMap<string, string | null>;

export interface LookupChanged {
  readonly written: number;
  readonly removed: number;
  /** What the changed keys meant before, null where they were not there: written in their place, they take the change back. */
  readonly before: LookupChanges;
  /** What they mean now. */
  readonly after: LookupChanges;
}

export type LookupChange = ChangeBy & {
  readonly name: string;
  readonly changes: LookupChanges;
  readonly replace: boolean;
  /** What keys mean that the author saw, null where they were not there. */
  readonly insteadOf?: LookupChanges | undefined;
  readonly at: Date;
};

// What is recorded word by word; of larger changes the counts are.
const recorded = 100;

/**
 * Writes and removes entries of one look-up.
 * @param change `replace` removes every entry that is not written.
 * @throws CodedError for the units of an Odoo, for an empty or overlong key or value, each with its place, and where keys mean something else than `insteadOf` says
 */
export async function changeLookup(tx: Tx, change: LookupChange): Promise<LookupChanged> {
  requireOwn(change.name);
  return writeLookup(tx, change);
}

/** Makes a look-up what a folder says, the units of an Odoo too: they come from an export. @throws CodedError for an empty or overlong key or value */
export const importLookup = (tx: Tx, change: Omit<LookupChange, 'replace'>): Promise<LookupChanged> =>
  writeLookup(tx, { ...change, replace: true });

/** The same for what was held against Odoo before: its units too. */
export const putEntries = (tx: Tx, change: LookupChange): Promise<LookupChanged> => writeLookup(tx, change);

async function writeLookup(tx: Tx, change: LookupChange): Promise<LookupChanged> {
  const { orgId, name, replace, at } = change;
  refuseWrong(change.changes);
  const changes = withoutOuterBlanks(change.changes);
  await lockPartner(tx, orgId);
  const old = await crossReferenceTable(tx, orgId, name);
  const seen = change.insteadOf ?? new Map<string, string | null>();
  refuseChangedSince('the look-up', seen, new Map([...seen.keys()].map((key) => [key, old.get(key) ?? null])));
  const after = new Map(replace ? [] : old);
  for (const [key, value] of changes)
    if (value === null) after.delete(key);
    else after.set(key, value);
  const before = new Map<string, string | null>();
  for (const key of new Set([...old.keys(), ...after.keys()]))
    if (old.get(key) !== after.get(key)) before.set(key, old.get(key) ?? null);
  const written = new Map(
    [...before.keys()].flatMap((key) => (after.has(key) ? [[key, after.get(key)!] as const] : [])),
  );
  const removed = [...before.keys()].filter((key) => !after.has(key));
  await changeCrossReferences(tx, orgId, name, { written, removed, at });
  if (before.size > 0) {
    const told = [...before.keys()].slice(0, recorded);
    const values = (of: ReadonlyMap<string, string>) =>
      Object.fromEntries(told.map((key) => [key, of.get(key) ?? null]));
    const detail = {
      lookup: name,
      written: written.size,
      removed: removed.length,
      before: values(old),
      after: values(after),
    };
    await audit(tx, [{ ...changeEntry(change, at), action: 'lookup.changed', detail }]);
  }
  const now = new Map([...before.keys()].map((key) => [key, after.get(key) ?? null]));
  return { written: written.size, removed: removed.length, before, after: now };
}

function requireOwn(name: string): void {
  if (name !== unitLookup) return;
  const detail =
    'The units of a partner are checked against the units of its Odoo: change them with the rules of the Odoo connection.';
  throw new CodedError('http.conflict', { detail });
}

/** Blanks around a key or a value are no part of it, as in a CSV file. Keys that are removed stand as they were written once. */
const withoutOuterBlanks = (changes: LookupChanges): LookupChanges =>
  new Map([...changes].map(([key, value]) => (value === null ? [key, null] : [key.trim(), value.trim()])));

const longest = 200;

function refuseWrong(changes: LookupChanges): void {
  const errors: ValidationIssue[] = [];
  for (const [key, value] of changes) {
    const place = `body/entries/${key.slice(0, 40)}`;
    if (key.trim() === '') errors.push({ place, message: 'A key is empty' });
    if (value?.trim() === '') errors.push({ place, message: `The key ${key} has no value` });
    if (key.length > longest || (value?.length ?? 0) > longest)
      errors.push({ place, message: `The key ${key.slice(0, 40)} or its value is longer than ${longest} characters` });
    if (errors.length >= 20) break;
  }
  if (errors.length === 0) return;
  throw new CodedError('http.request-invalid', {
    errors,
    detail: errors.map(({ message }) => `${message}.`).join(' '),
  });
}
