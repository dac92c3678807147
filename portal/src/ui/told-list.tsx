import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Told } from '../lib/contract.ts';
import { inSentence } from '../lib/setting-fields.ts';
import { LongText } from './long-text.tsx';
import { Copyable } from './small.tsx';
import classes from './told-list.module.css';

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
                <Copyable value={item.value} label={inSentence(item.label)} />
              )}
              {item.help !== undefined && <p className={classes.help}>{item.help}</p>}
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
