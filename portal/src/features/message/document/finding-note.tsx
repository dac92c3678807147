import { visibleBlanks } from '../../../lib/blanks.ts';
import type { Finding } from '../../../lib/contract.ts';
import { cx } from '../../../lib/cx.ts';
import { depthStyle } from '../../../ui/depth.ts';
import { Copyable } from '../../../ui/small.tsx';
import classes from './finding-note.module.css';

const levelWords = {
  standard: 'Against the standard',
  guide: 'Against the guide',
  business: 'Business rule',
  note: 'Remark',
} as const;

/** `AK304 8`: the codes by which an acknowledgement tells this finding. Those with `IK` stand in a 999 only. */
function ackCodes(finding: Finding): { told: string; codes: readonly string[] } {
  const entries = Object.entries(finding.ack ?? {});
  const codes = entries.map(([place, code]) => `${place.toUpperCase()} ${code}`);
  const in999 = entries.length > 0 && entries.every(([place]) => place.startsWith('ik'));
  return { told: in999 ? 'In a 999' : codes.length > 0 ? 'The partner receives' : levelWords[finding.level], codes };
}

/** `W12-01`, with the segment's position in its set. */
export function findingPlace(finding: Finding): string | undefined {
  if (finding.segment === undefined) return undefined;
  return finding.element === undefined
    ? finding.segment
    : `${finding.segment}-${String(finding.element).padStart(2, '0')}`;
}

interface FindingNoteProps {
  readonly finding: Finding;
  readonly look?: 'full' | 'brief';
  readonly depth?: number;
}

/** A fault, explained where it stands: what is wrong, what stood there, what is expected, how it should read. */
export function FindingNote({ finding, look = 'full', depth = 0 }: FindingNoteProps) {
  const place = findingPlace(finding);
  const { told, codes } = ackCodes(finding);
  return (
    <div
      role="note"
      aria-label={`Finding${place === undefined ? '' : ` at ${place}`}`}
      className={cx(classes.finding, classes[finding.level], look === 'brief' && classes.brief)}
      style={depthStyle(depth)}
    >
      <p className={classes.sentence}>
        {place !== undefined && !finding.explanation.startsWith(place) && <b className="mono">{place} </b>}
        {finding.explanation}
      </p>
      {look === 'full' && (
        <dl className={classes.facts}>
          {finding.received !== undefined && (
            <div>
              <dt>Received</dt>
              <dd className={finding.received === '' ? undefined : classes.received}>
                {visibleBlanks(finding.received) || 'nothing'}
              </dd>
            </div>
          )}
          {finding.expected !== undefined && (
            <div>
              <dt>Expected</dt>
              <dd className={classes.expected}>{finding.expected}</dd>
            </div>
          )}
          {finding.corrected !== undefined && (
            <div>
              <dt>Corrected</dt>
              <dd className={classes.corrected}>
                <Copyable value={finding.corrected} label="the corrected segment" />
              </dd>
            </div>
          )}
          <div>
            <dt>{told}</dt>
            <dd>
              {codes.map((code) => (
                <span key={code} className={classes.code}>
                  {code}
                </span>
              ))}
              <a className={classes.ref} href={`/docs/errors#${finding.code}`} target="_blank" rel="noreferrer">
                {finding.code}
              </a>
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
