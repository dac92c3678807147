import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lookForSession, useSession, useSessionEnded } from '../../features/session/session.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import classes from './session-ended.module.css';

/** Above every dialog of a page: what was typed there waits below. */
const above = 500;
const stays = () => undefined;

/** The session has ended: whoever signs in again goes on where they were, and loses nothing that they typed. */
export function SessionEnded() {
  const hasEnded = useSessionEnded();
  const { user } = useSession();
  const queries = useQueryClient();
  // Somebody may sign in in another window.
  useEffect(() => {
    if (!hasEnded) return;
    const look = () => void lookForSession(queries);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [hasEnded, queries]);
  return (
    <Modal
      opened={hasEnded}
      onClose={stays}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Sign in to go on"
      zIndex={above}
      overlayProps={{ className: classes.overlay }}
    >
      <div className={classes.words}>
        <p>Your session has ended. Sign in as before: this page goes on where it was, with all that you typed.</p>
        <SignInForm
          email={user.email}
          forgot={<a href="/sign-in">Leave this page; what is not saved is lost</a>}
          onSignedIn={({ user: { id } }) => {
            if (id !== user.id) window.location.assign('/');
          }}
        />
      </div>
    </Modal>
  );
}
