import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OdooConnection } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { Panel } from '../../ui/panel.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './odoo.module.css';
import { type OdooChanges, useChoices } from './odoo-query.ts';

/** Who gets the to-dos of refusals and delays where a transfer names nobody. */
export function ResponsiblePanel({
  connection,
  changes,
}: {
  readonly connection: OdooConnection;
  readonly changes: OdooChanges;
}) {
  const { data, error, isPending } = useChoices(connection.id);
  const chosen = connection.responsibleUserId;
  const users = data?.users ?? [];
  const known = chosen === undefined || users.some(({ id }) => id === chosen);
  const choose = useMutation({
    mutationFn: (value: string) => {
      const user = users.find(({ id }) => String(id) === value);
      return changes.setResponsible(user?.id ?? null, user?.name ?? 'nobody');
    },
    onError: tellProblem,
  });
  return (
    <Panel title="Responsible">
      <div className={classes.block}>
        <NativeSelect
          label="Gets the to-dos where a transfer names nobody"
          description="Refusals (990, 214 A7) and delays (214 SD) become to-dos in Odoo."
          disabled={data === undefined || choose.isPending}
          value={chosen === undefined ? '' : String(chosen)}
          onChange={(event) => choose.mutate(event.currentTarget.value)}
          error={!isPending && data === undefined ? toProblem(error).detail : undefined}
          data={[
            { value: '', label: 'Nobody' },
            ...(known ? [] : [{ value: String(chosen), label: `User ${chosen}` }]),
            ...users.map(({ id, name, login }) => ({ value: String(id), label: `${name} (${login})` })),
          ]}
        />
      </div>
    </Panel>
  );
}
