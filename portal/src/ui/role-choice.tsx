import { Checkbox } from '@mantine/core';
import type { Role } from '../lib/contract.ts';
import { roleWords } from '../lib/roles.ts';
import classes from './role-choice.module.css';

/** The roles of one side, each with what it is for. */
export function RoleChoice({
  side,
  value,
  onChange,
}: {
  readonly side: 'team' | 'partner';
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
}) {
  const roles = (Object.keys(roleWords) as Role[]).filter((role) => role.startsWith(side));
  return (
    <fieldset className={classes.field}>
      <legend>Roles</legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          size="xs"
          label={roleWords[role].name}
          description={roleWords[role].means}
          checked={value.includes(role)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...value, role] : value.filter((one) => one !== role))
          }
        />
      ))}
    </fieldset>
  );
}
