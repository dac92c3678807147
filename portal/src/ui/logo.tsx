import classes from './logo.module.css';

/** The mark (two lanes that cross into one) with or without the name. */
export function Logo({ nameless = false }: { readonly nameless?: boolean }) {
  return (
    <span className={classes.logo}>
      <svg className={classes.mark} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" className={classes.plate} />
        <path
          className={classes.lane}
          d="M6 11.5h7.2c1.5 0 2.9.8 3.7 2l.4.6c.8 1.3 2.2 2 3.7 2H26M6 20.5h7.2c1.5 0 2.9-.8 3.7-2"
        />
        <path className={classes.head} d="M22.6 12.4 26 16.1l-3.4 3.6" />
      </svg>
      {nameless ? <span className="visually-hidden">Crossdock</span> : <span className={classes.name}>Crossdock</span>}
    </span>
  );
}
