import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../lib/api.ts';
import type { Environment } from '../../lib/contract.ts';
import { AddPartnerButton } from '../../ui/no-partner.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './first-steps.module.css';
import { useOverview } from './overview-query.ts';

/** What a hub that is new needs before documents flow; only while it has no partner. */
export function FirstSteps({ environment, mayAdd }: { readonly environment: Environment; readonly mayAdd: boolean }) {
  const { data: company } = api.useQuery('get', '/v1/company');
  const { data: overview } = useOverview(environment);
  if (company === undefined || overview === undefined) return null;
  const hasIds = company.identities[environment].length > 0;
  const hasOdoo = (overview.odoo ?? []).length > 0;
  const steps: readonly {
    readonly done: boolean;
    readonly title: string;
    readonly words: string;
    readonly way?: ReactNode;
  }[] = [
    {
      done: hasIds,
      title: 'Say how your company is called in envelopes',
      words: 'Qualifier and ids in ISA and GS. They are set beside the form that adds a partner.',
      ...(mayAdd && {
        way: (
          <Button variant="default" renderRoot={(props) => <Link to="/partners/new" {...props} />}>
            Set our ids
          </Button>
        ),
      }),
    },
    {
      done: false,
      title: 'Add the first partner',
      words: 'No partner yet: create one from a template, or import a folder where the hub runs.',
      ...(mayAdd && { way: <AddPartnerButton /> }),
    },
    {
      done: hasOdoo,
      title: 'Connect your Odoo',
      words: 'Until then what partners send waits for it, and nothing is lost.',
      way: (
        <Button variant="default" renderRoot={(props) => <Link to="/odoo" {...props} />}>
          To Odoo
        </Button>
      ),
    },
  ];
  return (
    <Panel title={`${company.name} is set up`} note="three steps to the first document">
      <ol className={classes.steps}>
        {steps.map(({ done, title, words, way }) => (
          <li key={title} data-done={done || undefined}>
            {done ? <IconCircleCheck size={20} stroke={1.7} /> : <IconCircleDashed size={20} stroke={1.7} />}
            <span className={classes.words}>
              <b>{title}</b>
              <span className="visually-hidden">{done ? ' (done)' : ' (to do)'}</span>
              <span className={classes.faint}>{words}</span>
            </span>
            {!done && way}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
