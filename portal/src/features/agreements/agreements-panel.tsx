import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Agreement, Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { AddAgreement } from './add-agreement.tsx';
import { AgreementTable } from './agreement-table.tsx';
import classes from './agreements.module.css';
import { type AgreementChanges, useAgreementChanges, useAgreements } from './agreements-query.ts';
import { ChangeAgreement } from './change-agreement.tsx';

interface AgreementsPanelProps {
  readonly partnerId: string;
  readonly environment: Environment;
  /** The environment runs something: before the first release production does not. */
  readonly isInUse: boolean;
  readonly mayChange: boolean;
  /** Who reads it; the team unless given. */
  readonly side?: 'team' | 'partner';
  /** What stands below the documents, such as deviations of their guides. */
  readonly children?: ReactNode;
}

const waysOf = {
  team: { in: 'from the partner', out: 'to the partner' },
  partner: { in: 'from you', out: 'to you' },
} as const;

function RowMenu({
  agreement,
  way,
  changes,
  onChange,
}: {
  readonly agreement: Agreement;
  readonly way: string;
  readonly changes: AgreementChanges;
  readonly onChange: () => void;
}) {
  const remove = useMutation({ mutationFn: changes.remove, onError: tellProblem });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Change the ${agreement.set} ${way}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>Version, endpoint, acknowledgement, deadlines</Menu.Item>
        <Menu.Item color="red" onClick={() => remove.mutate(agreement)}>
          Take it out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is agreed with a partner: as the environment runs it, and in the draft, where it is changed. */
export function AgreementsPanel({
  partnerId,
  environment,
  isInUse,
  mayChange,
  side = 'team',
  children,
}: AgreementsPanelProps) {
  const ways = waysOf[side];
  const [view, setView] = useState<'in-use' | 'draft'>('in-use');
  const shown = isInUse ? view : 'draft';
  const { data, isPending, error, refetch } = useAgreements(partnerId, shown === 'draft' ? 'draft' : environment);
  const changes = useAgreementChanges(partnerId);
  const [changing, setChanging] = useState<{ readonly agreement: Agreement; readonly configuration: string }>();
  const [adding, setAdding] = useState(false);
  const mayEdit = mayChange && shown === 'draft';
  return (
    <Panel
      title="Agreements"
      note={shown === 'draft' ? 'the draft: the next release brings it into production' : `as ${environment} runs it`}
      action={
        <>
          {isInUse && (
            <SegmentedControl
              aria-label="Which agreements"
              data={[
                { value: 'in-use', label: 'In use' },
                { value: 'draft', label: mayChange ? 'Draft, to change' : 'Draft' },
              ]}
              value={shown}
              onChange={(next) => setView(next as typeof view)}
            />
          )}
          {mayEdit && data !== undefined && data.available.length > 0 && (
            <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              Add document
            </Button>
          )}
        </>
      }
    >
      {isPending && <Loading lines={6} label="Loading the agreements" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <AgreementTable
          partnerId={partnerId}
          agreements={data.agreements}
          environment={shown === 'in-use' ? environment : undefined}
          ways={ways}
          withMapping={side === 'team'}
          {...(mayEdit && {
            menu: (agreement: Agreement) => (
              <RowMenu
                agreement={agreement}
                way={ways[agreement.direction]}
                changes={changes}
                onChange={() => setChanging({ agreement, configuration: data.configuration })}
              />
            ),
          })}
        />
      )}
      {children}
      {mayChange && !isInUse && side === 'team' && (
        <p className={classes.note}>Nothing of it is in production yet: release the draft when it is complete.</p>
      )}
      {changing !== undefined && (
        <ChangeAgreement
          partnerId={partnerId}
          {...changing}
          newest={data?.configuration ?? changing.configuration}
          changes={changes}
          onClose={() => setChanging(undefined)}
        />
      )}
      {adding && data !== undefined && (
        <AddAgreement available={data.available} changes={changes} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}
