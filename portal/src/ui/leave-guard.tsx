import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import classes from './form-buttons.module.css';

/**
 * Asks before what was typed is lost: on the way to another page, and when the window is closed.
 * @param isDirty asked at that moment: whoever has just saved may leave
 */
export function LeaveGuard({
  isDirty,
  words = 'What you have typed here is lost.',
}: {
  readonly isDirty: () => boolean;
  readonly words?: string;
}) {
  const { status, proceed, reset } = useBlocker({
    // The same page with another search is no leaving.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal opened onClose={reset} title="Leave without saving?">
      <p className={classes.words}>{words}</p>
      <div className={classes.buttons}>
        <Button variant="default" data-autofocus onClick={reset}>
          Stay here
        </Button>
        <Button color="red" onClick={proceed}>
          Leave
        </Button>
      </div>
    </Modal>
  );
}
