import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Standing } from '../../lib/contract.ts';
import { absoluteTime, useNow } from '../../lib/time.ts';
import { SetCode } from '../../ui/small.tsx';
import { journey, stageWords } from '../../ui/stage-words.ts';
import classes from './board.module.css';
import { ageWords } from './words.ts';

const columns: readonly Standing['stage'][] = [...journey, 'change', 'suspended', 'retired'];

/** More are shown when they are asked for: a column of hundreds says no more than its number. */
const shown = 40;

/** Partners by stage: our turn first, then who has waited longest. */
export function Board({ standings }: { readonly standings: readonly Standing[] }) {
  const of = (stage: Standing['stage']) => standings.filter((one) => one.stage === stage);
  const used = columns.filter((stage) => of(stage).length > 0);
  const empty = journey.filter((stage) => of(stage).length === 0);
  return (
    <div className={classes.frame}>
      <div className={classes.board}>
        {used.map((stage) => (
          <Column key={stage} stage={stage} standings={of(stage)} />
        ))}
      </div>
      {empty.length > 0 && (
        <p className={classes.empty}>
          Nobody is at {empty.map((stage) => stageWords(stage).toLowerCase()).join(', ')}.
        </p>
      )}
    </div>
  );
}

function Column({ stage, standings }: { readonly stage: Standing['stage']; readonly standings: readonly Standing[] }) {
  const [isWhole, setWhole] = useState(false);
  const ours = standings.filter(({ turns }) => turns.includes('team')).length;
  const cards = isWhole ? standings : standings.slice(0, shown);
  return (
    <section className={classes.column} aria-label={stageWords(stage)}>
      <header>
        <h2>{stageWords(stage)}</h2>
        <span>
          {standings.length}
          {ours > 0 && <b className={classes.count}>{ours} ours</b>}
        </span>
      </header>
      <ul>
        {cards.map((one) => (
          <Card key={one.partner.id} standing={one} />
        ))}
      </ul>
      {cards.length < standings.length && (
        <Button variant="default" size="xs" onClick={() => setWhole(true)}>
          Show {standings.length - cards.length} more
        </Button>
      )}
    </section>
  );
}

/** Whose turn it is, as the team reads it. */
export function whoseTurn({ turns }: Standing): 'ours' | 'theirs' | 'nobody' {
  if (turns.includes('team')) return 'ours';
  return turns.includes('partner') ? 'theirs' : 'nobody';
}
export const turnWords = { ours: 'Our turn', theirs: 'Their turn', nobody: 'Nothing waits' } as const;

function Card({ standing }: { readonly standing: Standing }) {
  const now = useNow();
  const { partner, since, reason, next, documents, pastDue, errors } = standing;
  const whose = whoseTurn(standing);
  const live = documents.filter(({ stage }) => stage === 'live').length;
  return (
    <li className={classes.card} data-turn={whose}>
      <Link to="/partners/$partnerId" params={{ partnerId: partner.id }} data-row-link className={classes.name ?? ''}>
        {partner.name}
      </Link>
      <p className={classes.turn}>
        <b>{turnWords[whose]}</b>{' '}
        {whose !== 'nobody' && (
          <time dateTime={since} title={absoluteTime(since)}>
            {ageWords(now - Date.parse(since))}
          </time>
        )}
        {pastDue > 0 && <span data-tone="red">overdue</span>}
        {errors > 0 && <span data-tone="red">{errors === 1 ? 'one error' : `${errors} errors`}</span>}
      </p>
      {whose !== 'nobody' && (
        <p className={classes.reason}>{next === undefined ? reason : `${next.title}. ${reason}`}</p>
      )}
      <p className={classes.sets}>
        {documents.slice(0, 6).map(({ set, direction }) => (
          <SetCode key={`${direction} ${set}`} code={set} />
        ))}
        {documents.length > 6 && <span>+{documents.length - 6}</span>}
        {live > 0 && live < documents.length && (
          <span>
            {live} of {documents.length} live
          </span>
        )}
      </p>
    </li>
  );
}
