import { documentChannelNames } from '../domain/configuration/document-channels.ts';
import type { DocumentChange, DocumentKey } from '../domain/configuration/edit-documents.ts';
import {
  type Agreement,
  type Agreements,
  addAgreement,
  changeAgreement,
  readAgreements,
  removeAgreement,
  roleOf,
} from '../flows/onboarding/agreements.ts';
import type { AddOptions, AgreementOptions, ChangeOptions, ListOptions } from './agreement-commands.ts';
import { quoted, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { inTransaction, orFaults, partnerCalled, type Work } from './partner-choice.ts';
import { textTable } from './text-table.ts';

const way = (direction: Agreement['direction']) => (direction === 'inbound' ? 'in' : 'out');

function minutes(count: number): string {
  if (count % 1440 === 0) return `${count / 1440}d`;
  return count % 60 === 0 ? `${count / 60}h` : `${count}m`;
}

/** Acknowledgements themselves are not acknowledged. */
const acknowledgedBy = (set: string, { functional }: Agreement['acknowledgement']) =>
  set === '997' || set === '999' ? 'none' : functional;

/** As people and programs read it. */
const view = ({ direction, hasGuide, hasSample, ...agreement }: Agreement) => ({
  ...{ ...agreement, direction: way(direction), guide: hasGuide, sample: hasSample },
});

const readFor = ({ partner, of }: Pick<ListOptions, 'partner' | 'of'>) =>
  inTransaction(async ({ tx, tools }) => {
    const orgId = await partnerCalled(tx, partner);
    return readAgreements(tools.standards, tx, orgId, of, await roleOf(tx, orgId));
  });

export async function list({ partner, of, json }: ListOptions): Promise<number> {
  const { configuration, agreements, available } = await readFor({ partner, of });
  if (json) console.log(JSON.stringify({ partner, of, configuration, agreements: agreements.map(view) }));
  else {
    console.log(
      textTable(
        ['document', 'way', 'version', 'endpoint', 'acknowledged by', 'mapping', 'name'],
        agreements.map(({ set, direction, version, endpoint, acknowledgement, mapping, name }) => [
          ...[set, way(direction), version, endpoint, acknowledgedBy(set, acknowledgement), mapping],
          name === set ? '' : name,
        ]),
      ),
    );
    if (available.length > 0)
      console.log(
        `Templates have beside that: ${available.map(({ set, direction }) => `${set} ${way(direction)}`).join(', ')}.`,
      );
  }
  return exitCodes.fine;
}

export async function show(document: string, options: ListOptions): Promise<number> {
  const found = one(await readFor(options), keyOf(document, options));
  print(found, options.json);
  return exitCodes.fine;
}

function print(agreement: Agreement, json: boolean | undefined): void {
  if (json) {
    console.log(JSON.stringify(view(agreement)));
    return;
  }
  const { set, name, direction, version, versions, endpoint, acknowledgement, sla, mapping } = agreement;
  const { ta1, includeAcceptedSets } = acknowledgement;
  const { receiptWithinMinutes: receipt, ta1WithinMinutes: ta1Within } = sla;
  const deadlines = [
    `collected within ${minutes(sla.collectedWithinMinutes)}`,
    ...(receipt === undefined ? [] : [`receipt (MDN) within ${minutes(receipt)}`]),
    ...(ta1Within === undefined ? [] : [`TA1 within ${minutes(ta1Within)}`]),
    `acknowledged within ${minutes(sla.acknowledgedWithinMinutes)}`,
    `answered within ${minutes(sla.answeredWithinMinutes)}`,
  ];
  const { numbers, configuration } = agreement.resend;
  const resent = {
    same: 'as it is',
    new: 'under new control numbers',
    either: 'as it is, or under new control numbers',
  };
  const by = acknowledgedBy(set, acknowledgement);
  console.log(`${set} ${name === set ? '' : `${name} `}${direction === 'inbound' ? 'from the partner' : 'to the partner'}
  version          ${version || 'none'}${versions.length > 1 ? ` (its mapping serves ${versions.join(', ')})` : ''}
  endpoint         ${endpoint}${agreement.isSetUp ? '' : ` (${agreement.channel ?? 'a channel'} to be set up)`}
  mapping          ${mapping}
  acknowledged by  ${by}${by !== 'none' && includeAcceptedSets ? ', accepted sets too' : ''}; TA1 ${ta1}
  deadlines        ${deadlines.join(', ')}
  sent once more   ${resent[numbers]}${numbers === 'same' ? '' : ` (${configuration} configuration)`}
  guide            ${agreement.hasGuide ? 'yes' : 'nothing beyond the standard'}
  sample           ${agreement.hasSample ? 'yes' : 'no'}`);
}

type Wanted = { readonly set: string; readonly direction: DocumentKey['direction'] | undefined };

function keyOf(document: string, { direction }: AgreementOptions): Wanted {
  if (direction !== undefined && direction !== 'in' && direction !== 'out')
    throw new UsageError(`--direction is "${direction}"; it must be in or out.`);
  return { set: document, direction: direction && (direction === 'in' ? 'inbound' : 'outbound') };
}

/** The agreement that is meant. @throws UsageError when it is none, or may be two */
function one({ agreements }: Agreements, { set, direction }: Wanted): Agreement {
  const found = agreements.filter(
    (each) => each.set === set && (direction === undefined || each.direction === direction),
  );
  if (found.length === 1) return found[0]!;
  throw new UsageError(
    found.length > 1
      ? `The ${set} goes both ways; add --direction in or out.`
      : `The ${set} is not agreed. There are ${agreements.map((each) => `${each.set} ${way(each.direction)}`).join(', ')}.`,
  );
}

/** Runs a change of the draft, and prints the agreement after it. */
function changing(
  options: AgreementOptions,
  work: (given: Work & { readonly orgId: string; readonly now: Agreements }) => Promise<DocumentKey>,
  say: (key: DocumentKey, after: Agreement | undefined) => void,
): Promise<number> {
  return orFaults(undefined, options.json, async () => {
    const [key, after] = await inTransaction(async (given) => {
      const { tx, tools } = given;
      const orgId = await partnerCalled(tx, options.partner);
      const now = await readAgreements(tools.standards, tx, orgId, 'draft');
      const changed = await work({ ...given, orgId, now });
      return [changed, await readAgreements(tools.standards, tx, orgId, 'draft')] as const;
    });
    say(
      key,
      after.agreements.find((each) => each.set === key.set && each.direction === key.direction),
    );
    if (!options.json)
      console.log(
        `It stands in the draft. For production: crossdock partner release make --partner ${quoted(options.partner)} --note "…"`,
      );
    return exitCodes.fine;
  });
}

export const add = (document: string, options: AddOptions) =>
  changing(
    options,
    async ({ tx, tools, who, orgId, now }) => {
      const { set, direction } = keyOf(document, options);
      const ways = now.available.filter((each) => each.set === set).map((each) => each.direction);
      const key = { set, direction: direction ?? ways[0] ?? 'inbound' };
      await addAgreement(tools, tx, { orgId, ...who, key, template: options.template });
      return key;
    },
    (_, after) => print(after!, options.json),
  );

export const change = (document: string, options: ChangeOptions) =>
  changing(
    options,
    async ({ tx, tools, who, orgId, now }) => {
      const key = one(now, keyOf(document, options));
      await changeAgreement(tools, tx, { orgId, ...who, key, say: changeOf(options) });
      return key;
    },
    (_, after) => print(after!, options.json),
  );

export const remove = (document: string, options: AgreementOptions) =>
  changing(
    options,
    async ({ tx, tools, who, orgId, now }) => {
      const key = one(now, keyOf(document, options));
      await removeAgreement(tools, tx, { orgId, ...who, key });
      return key;
    },
    ({ set, direction }) =>
      console.log(
        options.json
          ? JSON.stringify({ removed: { set, direction: way(direction) } })
          : `The ${set} is no longer agreed.`,
      ),
  );

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((each) => each === value);
  if (value !== undefined && found === undefined)
    throw new UsageError(`--${name} is "${value}"; it must be ${known.join(' or ')}.`);
  return found;
}

function changeOf(options: ChangeOptions): DocumentChange {
  const channel = oneOf('channel', options.channel, documentChannelNames);
  const { setVersion, endpoint, collected, receipt, ta1Within, acknowledged, answered } = options;
  const functional = oneOf('functional', options.functional, ['997', '999'] as const);
  const ta1 = oneOf('ta1', options.ta1, ['never', 'when-requested', 'always'] as const);
  const accepted = oneOf('accepted-sets', options.acceptedSets, ['yes', 'no'] as const);
  const numbers = oneOf('resend', options.resend, ['same', 'new', 'either'] as const);
  const configuration = oneOf('reissued-with', options.reissuedWith, ['present', 'original'] as const);
  const sla = { collected, receipt, ta1: ta1Within, acknowledged, answered };
  const all = [setVersion, endpoint, channel, functional, ta1, accepted, numbers, configuration, ...Object.values(sla)];
  if (all.every((each) => each === undefined)) throw new UsageError('Say what changes; --help lists the options.');
  return {
    version: setVersion,
    endpoint,
    channel,
    acknowledgement: { functional, ta1, ...(accepted && { includeAcceptedSets: accepted === 'yes' }) } as NonNullable<
      DocumentChange['acknowledgement']
    >,
    sla,
    resend: { numbers, configuration } as NonNullable<DocumentChange['resend']>,
  };
}
