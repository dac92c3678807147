import { PasswordInput } from '@mantine/core';

export const shortestPassword = 12;

/** What is wrong with a password that somebody chooses. */
export const wrongPassword = (password: string): string | false =>
  password.length < shortestPassword && `At least ${shortestPassword} characters; four words are easy to remember`;

/** Chooses a password; the eye shows it, so it is typed once. */
export function NewPassword({
  label = 'Password',
  value,
  error,
  onChange,
}: {
  readonly label?: string;
  readonly value: string;
  readonly error: string | false;
  readonly onChange: (password: string) => void;
}) {
  return (
    <PasswordInput
      label={label}
      autoComplete="new-password"
      maxLength={200}
      description={error ? undefined : `At least ${shortestPassword} characters; four words are easy to remember`}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
