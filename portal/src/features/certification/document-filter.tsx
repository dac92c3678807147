import { Link } from '@tanstack/react-router';
import type { CertifiedDocument } from '../../lib/contract.ts';
import classes from './certification.module.css';
import { documentWords, type Side } from './words.ts';

function leftWords({ state, missing }: CertifiedDocument): string {
  if (state === 'none') return 'no tests';
  return state === 'certified' ? 'certified' : `${missing} left`;
}

/** The documents to look at one by one, each with what is left of it. */
export function DocumentFilter({
  documents,
  only,
  side,
}: {
  readonly documents: readonly CertifiedDocument[];
  readonly only: string | undefined;
  readonly side: Side;
}) {
  const to = (document: string | undefined) => ({
    to: '/certification' as const,
    search: ((before: object) => ({ ...before, document })) as never,
    className: classes.chip ?? '',
  });
  return (
    <nav className={classes.chips} aria-label="Documents">
      <Link {...to(undefined)} data-on={only === undefined || undefined}>
        All documents
      </Link>
      {documents.map((one) => (
        <Link
          key={one.key}
          {...to(one.key)}
          data-on={only === one.key || undefined}
          data-state={one.state}
          title={one.name}
        >
          <b>{documentWords(one, side)}</b> <span>{leftWords(one)}</span>
        </Link>
      ))}
    </nav>
  );
}
