import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Endpoint, Told } from '../../lib/contract.ts';
import { LongText } from '../../ui/long-text.tsx';
import { Copyable } from '../../ui/small.tsx';
import classes from './channels.module.css';

const addressWords = {
  inbox: { partner: 'Where your system sends documents', team: 'Where it sends its documents' },
  outbox: { partner: 'Where ours wait for you', team: 'Where ours wait for it' },
  events: { partner: 'Where your system sends events as JSON', team: 'Where it sends events as JSON' },
  work: { partner: 'Where work waits for you as JSON', team: 'Where work waits for it as JSON' },
} as const;

/** What the partner's system must be told: what the channel says, and the addresses of the API, each with a command to try it. */
export function toldOf(
  { tell, addresses, environment }: Pick<Endpoint, 'tell' | 'addresses' | 'environment'>,
  side: 'partner' | 'team',
): readonly Told[] {
  const byApi = addresses.flatMap(({ id, method, address, command }) => [
    { label: addressWords[id][side], value: address, help: `${method}, with an API key for ${environment}` },
    { label: `A command to try the ${id}`, value: command, multiline: true },
  ]);
  return [...byApi, ...tell];
}

/** All of it as plain text, for a mail or a ticket. */
const asText = (items: readonly Told[]) =>
  items.map(({ label, value, multiline }) => (multiline ? `${label}:\n${value}` : `${label}: ${value}`)).join('\n');

function CopyAll({ items }: { readonly items: readonly Told[] }) {
  return (
    <CopyButton value={asText(items)} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy all'}
        </Button>
      )}
    </CopyButton>
  );
}

/** Labels with their values, each ready to copy. */
export function ToldList({ items, withAll = false }: { readonly items: readonly Told[]; readonly withAll?: boolean }) {
  return (
    <>
      <dl className={classes.told}>
        {items.map((item, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two certificates have a fingerprint each, under the same label
          <div key={`${item.label} ${nth}`}>
            <dt>{item.label}</dt>
            <dd>
              {item.multiline ? (
                <LongText label={item.label} text={item.value} />
              ) : (
                <Copyable value={item.value} label={item.label} />
              )}
              {item.help !== undefined && <p className={classes.faint}>{item.help}</p>}
            </dd>
          </div>
        ))}
      </dl>
      {withAll && items.length > 1 && (
        <p className={classes.foot}>
          <CopyAll items={items} />
        </p>
      )}
    </>
  );
}
