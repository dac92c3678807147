import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './message.module.css';

/** The way back to all partners. */
export function PartnersTrail({ at }: { readonly at: string }) {
  return (
    <nav aria-label="Trail" className={classes.trail}>
      <Link to="/partners">Partners</Link>
      <IconChevronRight size={14} aria-hidden="true" />
      <span>{at}</span>
    </nav>
  );
}
