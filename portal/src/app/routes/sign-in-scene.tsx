import classes from './sign-in-scene.module.css';

const segments = [
  ['W06', 'F', 'WH/OUT/00042', '20261123'],
  ['N9', 'BM', 'BOL7719044'],
  ['LX', '1'],
  ['W12', 'CC', '48', '48', '0', 'EA'],
  ['W03', '66', '412.5', 'LB'],
] as const;

/** What the product does, in one picture: a byte, the fact it became, and the field it changed. */
export function SignInScene() {
  return (
    <div className={classes.scene} aria-hidden="true">
      <div className={classes.flow}>
        <div className={classes.sheet}>
          {segments.map(([id, ...elements]) => (
            <div key={id} className={classes.segment}>
              <b>{id}</b>
              {elements.map((value, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
                <span key={place}>
                  <i>*</i>
                  <span className={id === 'W12' && place === 2 ? classes.lit : undefined}>{value}</span>
                </span>
              ))}
              <i>~</i>
            </div>
          ))}
        </div>
        <div className={classes.sheet}>
          <div className={classes.field}>
            <span>orderNumber</span>
            <b>WH/OUT/00042</b>
          </div>
          <div className={classes.field} data-lit>
            <span>lines / 0 / shipped / value</span>
            <b>48</b>
          </div>
          <div className={classes.field}>
            <span>totals / weight</span>
            <b>412.5 pound</b>
          </div>
        </div>
        <div className={classes.sheet}>
          <div className={classes.field}>
            <span>stock.move.line · quantity</span>
            <b className={classes.lit}>0 → 48</b>
          </div>
        </div>
      </div>
    </div>
  );
}
