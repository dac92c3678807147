import type { Company, Environment } from '../lib/contract.ts';
import classes from './identity-list.module.css';
import { Copyable } from './small.tsx';

type Identity = Company['identities'][Environment][number];

/** Trading ids as they stand in envelopes, each part ready to copy. */
export function IdentityList({
  identities,
  whose,
}: {
  readonly identities: readonly Identity[];
  readonly whose: string;
}) {
  return (
    <dl className={classes.ids}>
      {identities.map(({ qualifier, id, groupId = id }) => (
        <div key={`${qualifier}/${id}`}>
          <dt>Qualifier</dt>
          <dd>
            <Copyable value={qualifier} label={`${whose} qualifier`} />
          </dd>
          <dt>Id (ISA)</dt>
          <dd>
            <Copyable value={id} label={`${whose} ISA id`} />
          </dd>
          <dt>Id (GS)</dt>
          <dd>
            <Copyable value={groupId} label={`${whose} GS id`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
