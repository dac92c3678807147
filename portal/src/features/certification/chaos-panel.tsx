import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Certification } from '../../lib/contract.ts';
import { minuteTime } from '../../lib/time.ts';
import { Panel } from '../../ui/panel.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './certification.module.css';
import { type ChaosName, useCertificationChanges } from './certification-query.ts';

/** Trouble on demand, in the sandbox alone. */
export function ChaosPanel({
  partnerId,
  chaos,
  mayWork,
}: {
  readonly partnerId: string;
  readonly chaos: Certification['chaos'];
  readonly mayWork: boolean;
}) {
  const changes = useCertificationChanges(partnerId);
  const set = useMutation({
    mutationFn: ({ name, isOn }: { name: ChaosName; isOn: boolean }) => changes.setChaos(name, isOn),
    onError: tellProblem,
  });
  return (
    <Panel title="Trouble on demand" note="in the sandbox alone; goes off by itself after a day">
      <ul className={classes.chaos}>
        {chaos.map(({ name, title, about, isOn, by, until }) => (
          <li key={name}>
            <Switch
              label={title}
              description={
                isOn && until !== undefined ? `${about} On until ${minuteTime(until)}${by ? `, by ${by}` : ''}.` : about
              }
              checked={isOn}
              disabled={!mayWork || set.isPending}
              onChange={(event) => set.mutate({ name, isOn: event.currentTarget.checked })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
