import { Button, CopyButton, Modal } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './secret-once.module.css';

/** Something that is shown now and never again: it must be copied before the window is closed. */
export function SecretOnce({
  title,
  secret,
  label,
  children,
  onClose,
}: {
  readonly title: string;
  readonly secret: string;
  /** What it is: `password`, `API key`. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      centered
    >
      <div className={classes.body}>
        <CopyButton value={secret} timeout={4_000}>
          {({ copied, copy }) => (
            <div className={classes.secret}>
              <code>{secret}</code>
              <Button
                variant="default"
                data-autofocus
                leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
                onClick={copy}
              >
                {copied ? 'Copied' : `Copy the ${label}`}
              </Button>
            </div>
          )}
        </CopyButton>
        <div className={classes.words}>{children}</div>
        <div className={classes.end}>
          <Button onClick={onClose}>I have it</Button>
        </div>
      </div>
    </Modal>
  );
}
