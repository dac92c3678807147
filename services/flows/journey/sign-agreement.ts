import { CodedError } from '../../domain/errors.ts';
import type { Turn } from '../../domain/journey/evidence.ts';
import { faultOfName } from '../../domain/name.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { insertSignature, noteAgreementText, signaturesOf } from '../../store/journey/signatures.ts';
import { lockPartner } from '../../store/releases.ts';
import { refuseBody } from '../refuse-body.ts';
import type { ReleaseTools } from '../releases.ts';
import { presentAgreement } from './agreement.ts';
import { keepJourney } from './keep.ts';

export interface Signing extends ActedBy {
  readonly orgId: string;
  readonly side: Turn;
  /** Of the text that the person has read. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly userId?: string | undefined;
}

/**
 * Signs the agreement for one side.
 * @throws CodedError `http.conflict` where the agreement is another one by now or the side has signed it already, `http.request-invalid` for no name
 */
export async function signAgreement(tools: ReleaseTools, tx: Tx, signing: Signing): Promise<void> {
  const { orgId, side, actor, by } = signing;
  const [name, title] = [signing.name.trim(), signing.title.trim()];
  const wrong = faultOfName('person', name);
  refuseBody(wrong === undefined ? [] : [{ place: 'body/name', message: wrong }]);
  await lockPartner(tx, orgId);
  const present = await presentAgreement(tools.standards, tx, orgId);
  if (!present)
    throw new CodedError('http.conflict', {
      detail: 'There is nothing to sign: nothing is agreed with this partner yet.',
    });
  if (present.hash !== signing.hash)
    throw new CodedError('http.conflict', {
      detail:
        'The agreement was changed since you read it. Nothing was signed: read it again, the page says what differs.',
    });
  const last = (await signaturesOf(tx, orgId)).find((one) => one.side === side && one.hash === present.hash);
  if (last)
    throw new CodedError('http.conflict', {
      detail: `${last.name} has signed this text for ${side === 'team' ? 'the team' : 'the partner'} already, on ${last.at.toISOString().slice(0, 10)}.`,
    });
  const at = tools.now();
  await noteAgreementText(tx, orgId, { hash: present.hash, text: present.text, at, by: actor });
  const userId = signing.userId ?? null;
  await insertSignature(tx, { id: tools.newId(), orgId, side, hash: present.hash, name, title, at, userId, actor });
  await audit(tx, [
    {
      ...{ orgId, at, actor, by, action: 'agreement.signed', subject: { type: 'organization', id: orgId } },
      detail: { side, name, title, hash: present.hash },
    },
  ]);
  await keepJourney(tools, tx, orgId);
}
