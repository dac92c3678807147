import { Button, Tooltip } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message, Session } from '../../lib/contract.ts';
import { may } from '../../lib/roles.ts';
import { ResendDialog } from './resend-dialog.tsx';

/** Sends a document of ours once more; why it cannot be, where it cannot. Nothing for what we received, and for who may not. */
export function ResendButton({ message, session }: { readonly message: Message; readonly session: Session }) {
  const [isOpen, setOpen] = useState(false);
  const { resend } = message;
  if (resend === undefined || !may(session, 'resendDocument') || message.replacedBy !== undefined) return null;
  const isStuck = resend.numbers.length === 0 && !resend.needsEndpoint;
  const button = (
    <Button
      variant="default"
      leftSection={<IconSend size={15} stroke={1.8} />}
      {...(isStuck ? { 'data-disabled': true, 'aria-disabled': true } : { onClick: () => setOpen(true) })}
    >
      Send again…
    </Button>
  );
  return (
    <>
      {isStuck ? <Tooltip label={resend.obstacle}>{button}</Tooltip> : button}
      {isOpen && <ResendDialog message={message} offer={resend} onClose={() => setOpen(false)} />}
    </>
  );
}
