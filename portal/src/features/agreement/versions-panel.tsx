import type { SignedAgreement } from '../../lib/contract.ts';
import { absoluteTime } from '../../lib/time.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './agreement.module.css';
import { DifferenceList } from './difference-list.tsx';

/** Texts that there were, with what each changed and who signed it. */
export function VersionsPanel({
  partnerId,
  agreement,
}: {
  readonly partnerId: string;
  readonly agreement: SignedAgreement;
}) {
  if (agreement.versions.length === 0) return null;
  return (
    <Panel title="History" note={`${agreement.versions.length} ${agreement.versions.length === 1 ? 'text' : 'texts'}`}>
      <ul className={classes.versions}>
        {agreement.versions.map(({ number, hash, notedAt, signatures, differences }) => (
          <li key={hash}>
            <div className={classes.version}>
              <b>Text {number}</b>
              {hash === agreement.hash && <span className={classes.now}>as it is now</span>}
              <time dateTime={notedAt}>{absoluteTime(notedAt)}</time>
              <a href={`/v1/partners/${partnerId}/agreement/pdf?hash=${hash}`} download>
                PDF
              </a>
            </div>
            <p className={classes.note}>
              {signatures.length === 0
                ? 'Nobody signed it.'
                : `Signed by ${signatures.map(({ name, side }) => `${name} (${side === 'team' ? agreement.company : agreement.partner})`).join(' and ')}.`}
            </p>
            {differences.length > 0 && <DifferenceList differences={differences} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
