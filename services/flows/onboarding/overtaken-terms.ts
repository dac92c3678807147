import { isDeepStrictEqual } from 'node:util';
import type { ConfiguredDocument } from '../../domain/configuration/configuration.ts';
import type { DocumentChange, DocumentKey } from '../../domain/configuration/edit-documents.ts';
import { CodedError } from '../../domain/errors.ts';
import { configurationFiles } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { draftOf, lockPartner } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import type { ReleaseTools } from '../releases.ts';

interface Asked {
  readonly orgId: string;
  readonly key: DocumentKey;
  readonly say: DocumentChange;
  readonly insteadOf?: string | undefined;
}

/**
 * Two people who change different terms of a document both keep what they said; of one term the second is told.
 * @throws CodedError `http.conflict` that names each term which somebody changed since its author looked
 */
export async function refuseOvertaken(
  { standards }: ReleaseTools,
  tx: Tx,
  { orgId, key, say, insteadOf }: Asked,
): Promise<void> {
  if (insteadOf === undefined) return;
  await lockPartner(tx, orgId);
  const draft = await draftOf(tx, orgId);
  if (draft === undefined || draft === insteadOf) return;
  const lineIn = async (hash: string) => {
    const { documents } = await compileOnce(standards, hash, () => configurationFiles(tx, orgId, hash));
    return documents.find(({ set, direction }) => set === key.set && direction === key.direction);
  };
  const [seen, now] = [await lineIn(insteadOf), await lineIn(draft)];
  if (!seen || !now) return;
  const errors = Object.entries(saidOf(say)).flatMap(([place, read]) =>
    isDeepStrictEqual(read(seen), read(now))
      ? []
      : [{ place: `body/${place}`, message: `was changed since you saw it. It says now: ${read(now) ?? 'nothing'}` }],
  );
  if (errors.length === 0) return;
  throw new CodedError('http.conflict', {
    detail: `Somebody else changed the same terms of the ${key.set} since you saw them. Nothing was changed now.`,
    errors,
  });
}

type Read = (line: ConfiguredDocument) => unknown;

const minutes = {
  collected: 'collectedWithinMinutes',
  receipt: 'receiptWithinMinutes',
  ta1: 'ta1WithinMinutes',
  acknowledged: 'acknowledgedWithinMinutes',
  answered: 'answeredWithinMinutes',
} as const;

/** The terms that a change says, by their places, and how a line has them. */
function saidOf({
  version,
  endpoint,
  channel,
  acknowledgement,
  sla,
  resend,
}: DocumentChange): Readonly<Record<string, Read>> {
  const namesIn = (part: object | undefined) =>
    Object.entries(part ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const terms = (part: 'acknowledgement' | 'resend', names: readonly string[]) =>
    names.map((name): [string, Read] => [
      `${part}/${name}`,
      (line) => (line[part] as unknown as Readonly<Record<string, unknown>>)[name],
    ]);
  return Object.fromEntries([
    ...(version === undefined ? [] : [['version', (line: ConfiguredDocument) => line.version] as const]),
    ...(endpoint === undefined && channel === undefined
      ? []
      : [['endpoint', (line: ConfiguredDocument) => line.endpoint] as const]),
    ...terms('acknowledgement', namesIn(acknowledgement)),
    ...terms('resend', namesIn(resend)),
    ...namesIn(sla).map((name): [string, Read] => [
      `sla/${name}`,
      (line) => {
        const within = line.sla[minutes[name as keyof typeof minutes]];
        return within === undefined ? undefined : `${within} minutes`;
      },
    ]),
  ]);
}
