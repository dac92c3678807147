import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { RetryProgress } from '../../features/cases/retry-progress.tsx';
import classes from '../../features/cross-references/cross-references.module.css';
import { useAnswers } from '../../features/cross-references/cross-references-query.ts';
import { MasterDataView } from '../../features/cross-references/master-data-view.tsx';
import { QuestionsView } from '../../features/cross-references/questions-view.tsx';
import { LookupsPanel } from '../../features/lookups/lookups-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

const views = [
  { value: 'questions', label: 'Open questions' },
  { value: 'item', label: 'Products' },
  { value: 'location', label: 'Warehouses' },
  { value: 'lookups', label: 'All look-ups' },
] as const;
type View = (typeof views)[number]['value'];

/** What a partner calls things, and what those are in Odoo, for the team. */
export function CrossReferencesPage() {
  const of = useOfPartner();
  const session = useSession();
  const { partnerId, environment } = of;
  const [view, setView] = useState<View>('questions');
  const { resumed, answer } = useAnswers(partnerId, environment);
  const given = { partnerId, environment, mayAnswer: may(session, 'answerKeyQuestions'), onAnswer: answer };
  return (
    <PartnerFrame of={of} title="Cross references">
      <div className={classes.page} key={`${partnerId} ${environment}`}>
        <SegmentedControl
          aria-label="What is on the page"
          data={[...views]}
          value={view}
          onChange={(value) => setView(value as View)}
          style={{ alignSelf: 'start', maxWidth: '100%' }}
        />
        {resumed.length > 0 && (
          <section aria-label="What went on">
            {resumed.map((id) => (
              <RetryProgress key={id} retryId={id} />
            ))}
            <p className={classes.went}>
              Why something failed once more stands under{' '}
              <Link className={classes.way ?? ''} to="/cases">
                Cases
              </Link>
              .
            </p>
          </section>
        )}
        {view === 'questions' && <QuestionsView {...given} />}
        {(view === 'item' || view === 'location') && <MasterDataView key={view} {...given} kind={view} />}
        {view === 'lookups' && <LookupsPanel partnerId={partnerId} mayChange={may(session, 'changeLookup')} />}
      </div>
    </PartnerFrame>
  );
}
