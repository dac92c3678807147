import { CompanyIds } from '../../features/company/company-ids.tsx';
import { useCompany } from '../../features/company/company-query.ts';
import classes from '../../features/home/home.module.css';
import { usePartner } from '../../features/partners/partner-query.ts';
import type { Environment, Session } from '../../lib/contract.ts';
import { IdentityList } from '../../ui/identity-list.tsx';

/** How both sides are called in envelopes. */
export function BothIds({
  partnerId,
  environment,
  side,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly side: Session['side'];
}) {
  const { data: partner } = usePartner(partnerId, environment);
  const { data: company } = useCompany();
  const own = partner?.identities.filter((one) => one.environment === environment) ?? [];
  const isPartner = side === 'partner';
  return (
    <>
      <div className={classes.block}>
        <h3 className={classes.name}>{isPartner ? 'You' : (partner?.name ?? 'The partner')}</h3>
        {own.length > 0 ? (
          <IdentityList identities={own} whose={isPartner ? 'your' : 'the partner’s'} />
        ) : (
          <p className={classes.faint}>None in {environment} yet.</p>
        )}
      </div>
      <div className={classes.block}>
        <h3 className={classes.name}>{isPartner ? (company?.name ?? 'They') : 'We'}</h3>
        <CompanyIds environments={[environment]} mayChange={false} />
      </div>
    </>
  );
}
