import { Button } from '@mantine/core';
import { IconChevronRight, IconInbox } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { OdooRulesLink } from '../../features/odoo/rules-link.tsx';
import { PartnerView, usePartner } from '../../features/partners/partner-view.tsx';
import { useEnvironment } from '../../lib/environment.ts';
import { Page } from '../../ui/page.tsx';
import classes from './message.module.css';

/** One partner, for the integration team. */
export function PartnerPage() {
  const { partnerId } = useParams({ from: '/shell/partners/$partnerId' });
  const environment = useEnvironment();
  const { data } = usePartner(partnerId, environment);
  const name = data?.name ?? 'Partner';
  return (
    <Page
      title={name}
      heading={
        <nav aria-label="Trail" className={classes.trail}>
          <Link to="/partners">Partners</Link>
          <IconChevronRight size={14} aria-hidden="true" />
          <span>{name}</span>
        </nav>
      }
      actions={
        <>
          <OdooRulesLink partnerId={partnerId} environment={environment} />
          <Button
            variant="default"
            leftSection={<IconInbox size={15} stroke={1.8} />}
            renderRoot={(props) => <Link to="/messages" search={{ partner: partnerId }} {...props} />}
          >
            Show its messages
          </Button>
        </>
      }
    >
      <PartnerView partnerId={partnerId} environment={environment} />
    </Page>
  );
}
