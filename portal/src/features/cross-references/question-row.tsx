import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './cross-references.module.css';
import { counted, type KeyQuestion, kindWords, type Suggestion } from './cross-references-query.ts';
import { OtherValue } from './other-value.tsx';

interface QuestionRowProps {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly question: KeyQuestion;
  /** undefined while Odoo is asked, or where it does not answer. */
  readonly suggestions: readonly Suggestion[] | undefined;
  readonly isAsking: boolean;
  readonly mayAnswer: boolean;
  readonly onAnswer: (value: string) => Promise<unknown>;
}

/** A key that nobody has said the meaning of: what waits for it, and what it may be. */
export function QuestionRow(props: QuestionRowProps) {
  const { partnerId, environment, question, suggestions, isAsking, mayAnswer, onAnswer } = props;
  const { kind, key, said, means } = question;
  const [sending, setSending] = useState<string>();
  const choose = (value: string) => {
    setSending(value);
    void onAnswer(value).finally(() => setSending(undefined));
  };
  const others = [
    ...(said.vendorSku !== undefined && said.vendorSku !== key ? [`vendor’s number ${said.vendorSku}`] : []),
    ...(said.gtin !== undefined && said.gtin !== key ? [`barcode ${said.gtin}`] : []),
    ...(kind === 'unit' && said.sku !== undefined ? [`of item ${said.sku}, for one`] : []),
    ...(said.city === undefined ? [] : [said.city]),
  ];
  return (
    <li className={classes.question}>
      <div className={classes.asked}>
        <div className={classes.key}>
          <Tag tone="slate" look="plain">
            {kindWords[kind].one}
          </Tag>
          <b className="mono">{key}</b>
        </div>
        {said.name !== undefined && <p>{said.name}</p>}
        {others.length > 0 && <p className={classes.faint}>{others.join(', ')}</p>}
        <Waits question={question} />
        {means !== undefined && (
          <p className={classes.wrong}>
            It is said to be <span className="mono">{means}</span>, which this Odoo does not have, or has in another
            way.
          </p>
        )}
      </div>
      <div className={classes.answers}>
        {isAsking && <p className={classes.faint}>Looking in Odoo …</p>}
        {suggestions?.length === 0 && <p className={classes.faint}>Nothing in Odoo is like it.</p>}
        <ul className={classes.suggestions} aria-label={`Suggestions for ${key}`}>
          {suggestions?.map(({ value, label, reason, isExact }) => (
            <li key={`${value} ${label}`}>
              <span className={classes.grow}>
                <b>{label}</b>
                <span className={classes.faint}>{reason}</span>
              </span>
              {mayAnswer && value !== undefined && value !== means && (
                <Button
                  variant={isExact ? 'filled' : 'default'}
                  loading={sending === value}
                  disabled={sending !== undefined}
                  aria-label={`Choose: ${key} is ${label}`}
                  onClick={() => choose(value)}
                >
                  Choose
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayAnswer && (
          <OtherValue {...{ question, partnerId, environment }} busy={sending !== undefined} onChoose={choose} />
        )}
      </div>
    </li>
  );
}

/** How much waits, since when, and where to look at it. */
function Waits({ question: { deliveries, documents, since, examples } }: { readonly question: KeyQuestion }) {
  const [first] = examples;
  const of = documents === 0 || documents === deliveries ? '' : ` of ${counted(documents, 'document')}`;
  return (
    <p className={classes.faint}>
      {counted(deliveries, 'event')}
      {of} wait{deliveries === 1 ? 's' : ''}, the oldest came <RelativeTime at={since} />
      {first?.documentId !== undefined && (
        <>
          {': '}
          <Link
            className={classes.way ?? ''}
            to="/messages/$documentId"
            params={{ documentId: first.documentId }}
            search={{ tab: 'odoo' }}
          >
            {first.subject}
          </Link>
        </>
      )}
      {first !== undefined && first.documentId === undefined && `: ${first.subject}`}
    </p>
  );
}
