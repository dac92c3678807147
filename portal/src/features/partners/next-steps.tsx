import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Environment, Partner } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './next-steps.module.css';

interface NextStepsProps {
  readonly partner: Partner;
  readonly environment: Environment;
  readonly mayPeople: boolean;
}

/** What a partner still lacks before documents flow, each with its way; nothing where nothing is missing. */
export function NextSteps({ partner, environment, mayPeople }: NextStepsProps) {
  const keys = (
    <Button variant="default" renderRoot={(props) => <Link to="/keys" search={{ partner: partner.id }} {...props} />}>
      Create a key
    </Button>
  );
  const people = (
    <Button variant="default" renderRoot={(props) => <Link to="/people" search={{ org: partner.id }} {...props} />}>
      Add a person
    </Button>
  );
  const hasKey = partner.apiKeys.some((key) => key.environment === environment);
  const runs = partner.inUse.some((one) => one.environment === environment);
  const steps: readonly { readonly done: boolean; readonly words: string; readonly way?: ReactNode }[] = [
    {
      done: hasKey,
      words: hasKey ? 'Its machine has a key' : `Give its machine a key for ${environment}`,
      ...(mayPeople && { way: keys }),
    },
    {
      done: partner.users.length > 0,
      words:
        partner.users.length > 0
          ? 'Somebody of the partner can sign in'
          : 'Add its first person, who sees what became of every document',
      ...(mayPeople && { way: people }),
    },
    ...(environment === 'production'
      ? [{ done: runs, words: runs ? 'It is released' : 'Release it: until then production takes nothing of it' }]
      : []),
    {
      done: partner.lastAt !== undefined,
      words: partner.lastAt === undefined ? 'Wait for its first document' : 'Its first document is here',
    },
  ];
  if (steps.every(({ done }) => done)) return null;
  return (
    <Panel title="Next steps" note={`until documents flow in ${environment}`}>
      <ol className={classes.steps}>
        {steps.map(({ done, words, way }) => (
          <li key={words} data-done={done || undefined}>
            <span className={classes.mark} aria-hidden="true">
              {done ? '✓' : ''}
            </span>
            <span>
              {words}
              <span className="visually-hidden">{done ? ', done' : ', to do'}</span>
            </span>
            {!done && way}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
