import { Tooltip } from '@mantine/core';
import { journey, type Stage, stageTone, stageWords } from '../../ui/stage-words.ts';
import { Tag } from '../../ui/tag.tsx';
import classes from './journey.module.css';

/** How far a partner has come on its way to going live. */
export function Journey({ stage }: { readonly stage: Stage }) {
  const at = (journey as readonly Stage[]).indexOf(stage);
  return (
    <div className={classes.journey}>
      <Tag tone={stageTone(stage)}>{stageWords(stage)}</Tag>
      {at !== -1 && (
        <ol aria-label={`Onboarding journey, step ${at + 1} of ${journey.length}`}>
          {journey.map((each, index) => (
            <Tooltip key={each} label={stageWords(each)} openDelay={80}>
              <li data-state={index < at ? 'past' : index === at ? 'now' : 'ahead'} />
            </Tooltip>
          ))}
        </ol>
      )}
    </div>
  );
}
