import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OdooAccess } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './odoo.module.css';
import { testAccess } from './odoo-query.ts';

type Field = keyof OdooAccess;
const fields: readonly Field[] = ['url', 'database', 'login', 'apiKey'];

/** What is wrong with a field before anything is asked. */
function missingOf(access: OdooAccess): Partial<Record<Field, string>> {
  return {
    ...(!/^https?:\/\/[^/\s]+(\/\S*)?$/i.test(access.url) && { url: 'Enter an address such as https://odoo.example' }),
    ...(access.database === '' && { database: 'Enter the name of the database' }),
    ...(access.login === '' && { login: 'Enter the login of the hub’s user in Odoo' }),
    ...(!/^\S+$/.test(access.apiKey) && { apiKey: 'Enter the API key; it holds no blanks' }),
  };
}

/** What the server said of each field: `url` → its words. */
function refusals(error: unknown): Partial<Record<Field, string>> {
  const places = errorsByPlace(error);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const message = places[`body/${field}`];
      return message === undefined ? [] : [[field, `It ${message}`]];
    }),
  );
}

interface AccessFieldsProps {
  readonly access: OdooAccess;
  readonly onChange: (access: OdooAccess) => void;
  /** Whether what is missing is said. */
  readonly tried: boolean;
  readonly error: unknown;
  readonly fixedDatabase?: boolean;
}

/** Address, database, login and key; each says at its place what is wrong with it. */
export function AccessFields({ access, onChange, tried, error, fixedDatabase = false }: AccessFieldsProps) {
  const wrong = { ...(tried && missingOf(access)), ...refusals(error) };
  const isElsewhere = Boolean(error) && Object.keys(refusals(error)).length === 0;
  const set = (field: Field) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...access, [field]: event.currentTarget.value.trim() });
  return (
    <>
      {isElsewhere && <ProblemList error={error} names={{ sendFrom: 'Which transfers go out' }} />}
      <TextInput
        label="Address"
        placeholder="https://odoo.example"
        data-autofocus={fixedDatabase ? undefined : true}
        inputMode="url"
        maxLength={300}
        value={access.url}
        error={wrong.url}
        onChange={set('url')}
      />
      <TextInput
        label="Database"
        disabled={fixedDatabase}
        maxLength={100}
        value={access.database}
        error={wrong.database}
        onChange={set('database')}
      />
      <TextInput
        label="Login"
        description="Of the user in Odoo that the hub works as: a user of its own, with the right Inventory / User."
        maxLength={200}
        autoComplete="off"
        value={access.login}
        error={wrong.login}
        onChange={set('login')}
      />
      <PasswordInput
        label="API key"
        description="In Odoo, as this user: Preferences, Account Security, New API Key. It is sealed here and never shown again."
        data-autofocus={fixedDatabase ? true : undefined}
        maxLength={300}
        autoComplete="off"
        value={access.apiKey}
        error={wrong.apiKey}
        onChange={set('apiKey')}
      />
    </>
  );
}

/** Tries an access without keeping it, and says in words what was found. */
function useAccessTest() {
  return useMutation({ mutationFn: testAccess });
}

/** An access while it is typed: a change takes away what was said of the one before. */
export function useAccess(initial: OdooAccess, save: { reset(): void }) {
  const [access, setAccess] = useState(initial);
  const test = useAccessTest();
  return {
    access,
    test,
    isComplete: Object.keys(missingOf(access)).length === 0,
    change: (next: OdooAccess) => {
      setAccess(next);
      test.reset();
      save.reset();
    },
  };
}

export function TestResult({ test }: { readonly test: ReturnType<typeof useAccessTest> }) {
  if (test.data === undefined) return null;
  const { version, lacks } = test.data;
  return (
    <div className={classes.found} role="status">
      <p>
        <b>It works.</b> This is Odoo {version}, and the key opens it. Nothing is saved yet.
      </p>
      {lacks.length === 0 ? (
        <p>It has all that the hub needs.</p>
      ) : (
        <>
          <p>What it lacks:</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function TestButton({ busy, onClick }: { readonly busy: boolean; readonly onClick: () => void }) {
  return (
    <Button
      variant="default"
      leftSection={<IconPlugConnected size={15} stroke={1.8} />}
      loading={busy}
      onClick={onClick}
    >
      Test
    </Button>
  );
}
