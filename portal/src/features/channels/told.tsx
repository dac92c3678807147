import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Endpoint } from '../../lib/contract.ts';
import { Copyable } from '../../ui/small.tsx';
import classes from './channels.module.css';

/** Something to copy: what it is, and the value. */
export interface ToldItem {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly multiline?: boolean;
}

const addressWords = {
  inbox: { partner: 'Where your system sends documents', team: 'Where it sends its documents' },
  outbox: { partner: 'Where ours wait for you', team: 'Where ours wait for it' },
} as const;

/** Addresses of the API as things to be told, each with a command to try it. */
export function addressesTold(
  { addresses, environment }: Pick<Endpoint, 'addresses' | 'environment'>,
  side: 'partner' | 'team',
): readonly ToldItem[] {
  return addresses.flatMap(({ id, method, address, command }) => [
    { label: addressWords[id][side], value: address, help: `${method}, with an API key for ${environment}` },
    { label: `A command to try the ${id}`, value: command, multiline: true },
  ]);
}

/** All of it as plain text, for a mail or a ticket. */
const asText = (items: readonly ToldItem[]) =>
  items
    .map(({ label, value, multiline }) => (multiline ? `${label}:\n${value}` : `${label}: ${value}`))
    .join('\n');

function CopyAll({ items }: { readonly items: readonly ToldItem[] }) {
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

function Block({ label, value }: ToldItem) {
  return (
    <div className={classes.block}>
      <pre tabIndex={0} aria-label={label}>
        {value}
      </pre>
      <CopyButton value={value} timeout={2_000}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" aria-label={`Copy: ${label}`} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

/** Labels with their values, each ready to copy. */
export function ToldList({ items, withAll = false }: { readonly items: readonly ToldItem[]; readonly withAll?: boolean }) {
  return (
    <>
      <dl className={classes.told}>
        {items.map((item) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>
              {item.multiline ? <Block {...item} /> : <Copyable value={item.value} label={item.label} />}
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
