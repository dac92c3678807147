import { Button, CopyButton } from '@mantine/core';
import classes from './long-text.module.css';

const mostRows = 14;

/** Text of many lines to read and to copy: it scrolls by itself, also from the keyboard. */
export function LongText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={classes.frame}>
      <textarea
        readOnly
        spellCheck={false}
        className={classes.text}
        aria-label={label}
        rows={Math.min(mostRows, text.split('\n').length)}
        value={text}
      />
      <CopyButton value={text} timeout={2_000}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" aria-label={`Copy: ${label}`} onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
