import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import type { Evidence } from '../../domain/journey/evidence.ts';
import { type RequirementKind, type RequirementKindName, requirementKinds } from '../../domain/journey/requirements.ts';
import { stages } from '../../domain/journey/stages.ts';
import type { KeptCheck } from '../../store/go-live/requests.ts';

/** What a go-live asks for: all that stands before it on the journey, as far as somebody reads its evidence. */
const askedKinds = (Object.keys(requirementKinds) as RequirementKindName[]).filter(
  (name) => stages.indexOf(requirementKinds[name].stage) < stages.indexOf('go-live'),
);

/** A check of a go-live: the same for who asks and for who approves. */
export interface Check extends KeptCheck {
  readonly turn: 'partner' | 'team';
  readonly action: { readonly label: string; readonly link: string };
  readonly at?: Date;
  /** Let be by the team, until a day. */
  readonly waiver?: { readonly by: string; readonly why: string; readonly until: Date };
}

/** What stands before the go-live of documents, computed from the evidence; nothing is ticked by hand. */
export function checksOf(evidence: Evidence, keys: readonly DocumentKey[]): readonly Check[] {
  const wanted = new Set(keys.map(documentKeyText));
  return askedKinds.flatMap((name) => {
    const kind: RequirementKind = requirementKinds[name];
    return kind.find(evidence).flatMap((found): readonly Check[] => {
      if (found.document && !wanted.has(documentKeyText(found.document))) return [];
      if (found.holds?.every((key) => !wanted.has(documentKeyText(key)))) return [];
      const id = found.subject === undefined ? name : `${name}/${found.subject}`;
      const waiver = evidence.waivers.find((one) => one.requirement === id && one.until > evidence.at);
      const { satisfiedBy, error } = found;
      return [
        {
          ...{ id, turn: found.turn, title: found.title, action: found.action },
          isMet: satisfiedBy !== undefined || waiver !== undefined,
          says:
            satisfiedBy?.what ?? (waiver ? `Waived by ${waiver.by}: ${waiver.why}` : (error?.reason ?? found.reason)),
          link: satisfiedBy?.link ?? found.action.link,
          ...(satisfiedBy?.at && { at: satisfiedBy.at }),
          ...(waiver && !satisfiedBy && { waiver: { by: waiver.by, why: waiver.why, until: waiver.until } }),
        },
      ];
    });
  });
}
