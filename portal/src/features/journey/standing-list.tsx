import { Link } from '@tanstack/react-router';
import type { Standing } from '../../lib/contract.ts';
import { cx } from '../../lib/cx.ts';
import { absoluteTime, shortDate, useNow } from '../../lib/time.ts';
import { stageTone, stageWords } from '../../ui/stage-words.ts';
import { Tag } from '../../ui/tag.tsx';
import list from '../partners/partner-list.module.css';
import classes from './board.module.css';
import { turnWords, whoseTurn } from './board.tsx';
import { ageWords } from './words.ts';

/** The same as the board, as rows: whose turn, for how long, why, and what comes next. */
export function StandingList({ standings }: { readonly standings: readonly Standing[] }) {
  const now = useNow();
  return (
    <table className={list.table}>
      <caption className="visually-hidden">Partners by whose turn it is</caption>
      <thead>
        <tr>
          <th scope="col">Partner</th>
          <th scope="col">Stage</th>
          <th scope="col">Turn</th>
          <th scope="col">What waits</th>
          <th scope="col">Documents live</th>
          <th scope="col">Forecast</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((one) => {
          const { partner, stage, turns, since, reason, next, documents, forecast } = one;
          return (
            <tr key={partner.id} className={list.row}>
              <td className={cx(list.name, classes.short)}>
                <Link
                  to="/partners/$partnerId"
                  params={{ partnerId: partner.id }}
                  data-row-link
                  className={list.link ?? ''}
                >
                  {partner.name}
                </Link>
              </td>
              <td>
                <Tag tone={stageTone(stage)} look={stage === 'live' ? 'plain' : 'soft'}>
                  {stageWords(stage)}
                </Tag>
              </td>
              <td className={classes.short}>
                {turnWords[whoseTurn(one)]}
                {turns.length > 0 && <time title={absoluteTime(since)}> for {ageWords(now - Date.parse(since))}</time>}
              </td>
              <td>{next === undefined ? reason : `${next.title}. ${reason}`}</td>
              <td>
                {documents.filter((document) => document.stage === 'live').length} of {documents.length}
              </td>
              <td>{forecast === undefined ? '' : shortDate(forecast)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
