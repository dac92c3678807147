import type { Journey } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { DirectionMark } from '../../ui/small.tsx';
import { stageTone, stageWords } from '../../ui/stage-words.ts';
import { Tag } from '../../ui/tag.tsx';
import classes from './journey.module.css';

interface DocumentStagesProps {
  readonly journey: Journey;
  readonly ways: { readonly in: string; readonly out: string };
}

/** Each document goes live on its own: where each of them stands. */
export function DocumentStages({ journey, ways }: DocumentStagesProps) {
  const { documents } = journey;
  const live = documents.filter(({ stage }) => stage === 'live').length;
  return (
    <Panel title="Documents" note={`${live} of ${documents.length} in production`}>
      {documents.length === 0 && <p className={classes.empty}>None is agreed yet.</p>}
      <ul className={classes.documents}>
        {documents.map(({ set, direction, version, name, stage }) => (
          <li key={`${direction} ${set} ${version}`}>
            <DirectionMark direction={direction} words="" />
            <span>
              <b>{name}</b> <span>{ways[direction]}</span>
            </span>
            <Tag tone={stageTone(stage)} look="plain">
              {stageWords(stage)}
            </Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
