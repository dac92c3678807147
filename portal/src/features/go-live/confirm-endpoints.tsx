import { TextInput } from '@mantine/core';
import type { GoLivePreview } from '../../lib/contract.ts';
import classes from './go-live.module.css';

/** What is said of endpoints for production, by endpoint and setting. */
export type EndpointValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Endpoints of which something has to be said anew for production and is not yet: every secret, and one at least of the ids that are taken. */
export const unsaid = (confirm: GoLivePreview['confirm'], values: EndpointValues) =>
  confirm.filter(({ endpoint, fields }) => {
    const isSaid = ({ name, value }: (typeof fields)[number]) =>
      ![undefined, '', value].includes(values[endpoint]?.[name]);
    const [secrets, ids] = [true, false].map((secret) =>
      fields.filter(({ mustDiffer, isSecret }) => mustDiffer && isSecret === secret),
    );
    return !secrets!.every(isSaid) || (ids!.length > 0 && !ids!.some(isSaid));
  });

/** Settings of the sandbox that production has otherwise, or that somebody confirms; everything else is taken over. */
export function ConfirmEndpoints({
  confirm,
  values,
  onChange,
}: {
  readonly confirm: GoLivePreview['confirm'];
  readonly values: EndpointValues;
  readonly onChange: (values: EndpointValues) => void;
}) {
  return confirm.map(({ endpoint, channel, fields }) => (
    <fieldset key={endpoint} className={classes.confirm}>
      <legend>
        {endpoint} ({channel}) for production
      </legend>
      <p className={classes.faint}>Everything else is taken over from the sandbox.</p>
      {fields.map(({ name, title, value, isSecret, mustDiffer, wrong }) => (
        <TextInput
          key={name}
          label={title}
          type={isSecret ? 'password' : 'text'}
          autoComplete="off"
          placeholder={isSecret ? 'say it anew' : value}
          description={mustDiffer ? `Now ${value || 'a secret'}: it ${wrong ?? 'is that of the sandbox'}` : undefined}
          value={values[endpoint]?.[name] ?? (mustDiffer ? '' : value)}
          onChange={(event) =>
            onChange({ ...values, [endpoint]: { ...values[endpoint], [name]: event.currentTarget.value } })
          }
        />
      ))}
    </fieldset>
  ));
}
