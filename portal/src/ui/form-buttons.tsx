import { Button } from '@mantine/core';
import classes from './form-buttons.module.css';

interface FormButtonsProps {
  /** What the form does. */
  readonly label: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onClose: () => void;
}

/** The end of a form in a dialog. */
export function FormButtons({ label, busy, disabled = false, onClose }: FormButtonsProps) {
  return (
    <div className={classes.buttons}>
      <Button type="submit" loading={busy} disabled={disabled}>
        {label}
      </Button>
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
    </div>
  );
}
