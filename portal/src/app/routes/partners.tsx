import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Board } from '../../features/journey/board.tsx';
import { StandingList } from '../../features/journey/standing-list.tsx';
import { PartnerList } from '../../features/partners/partner-list.tsx';
import { useSession } from '../../features/session/session.ts';
import { api } from '../../lib/api.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { AddPartnerButton, NoPartner } from '../../ui/no-partner.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import classes from './partners.module.css';

const typingMs = 250;
// What moves partners is told at once; this is for what hangs on time alone.
const againMs = 60_000;

export type PartnersSearch = {
  q?: string | undefined;
  view?: 'list' | 'traffic' | undefined;
  turn?: 'team' | 'partner' | undefined;
};

/** Who is stuck, and is it our turn? As a board by stage, as a list, and with their traffic. */
export function PartnersPage() {
  const { q, view, turn } = useSearch({ from: '/shell/partners' });
  const navigate = useNavigate({ from: '/partners' });
  const environment = useEnvironment();
  const mayAdd = may(useSession(), 'createPartner');
  const input = useRef<HTMLInputElement>(null);
  const list = useRowKeys<HTMLDivElement>();
  const [words, setWords] = useState(q ?? '');
  const say = (said: PartnersSearch) =>
    void navigate({ search: (search) => ({ ...search, ...said }) as PartnersSearch, replace: true });
  const settle = useDebouncedCallback((next: string) => say({ q: next === '' ? undefined : next }), typingMs);
  useHotkeys([['/', () => input.current?.focus()]]);
  const search = (next: string) => {
    setWords(next);
    settle(next.trim());
  };
  return (
    <Page
      title="Partners"
      actions={
        <>
          <TextInput
            ref={input}
            type="search"
            size="xs"
            aria-label="Search partners"
            placeholder={view === 'traffic' ? 'Name or trading id' : 'Name'}
            maxLength={100}
            leftSection={<IconSearch size={14} stroke={1.8} />}
            value={words}
            onChange={(event) => search(event.currentTarget.value)}
          />
          {mayAdd && <AddPartnerButton />}
        </>
      }
    >
      <div className={classes.tools}>
        {view !== 'traffic' && (
          <SegmentedControl
            aria-label="Whose turn"
            data={[
              { value: 'all', label: 'All' },
              { value: 'team', label: 'Our turn' },
              { value: 'partner', label: 'Their turn' },
            ]}
            value={turn ?? 'all'}
            onChange={(next) => say({ turn: next === 'all' ? undefined : (next as 'team' | 'partner') })}
          />
        )}
        <SegmentedControl
          aria-label="Show as"
          data={[
            { value: 'board', label: 'Board' },
            { value: 'list', label: 'List' },
            { value: 'traffic', label: 'Traffic' },
          ]}
          value={view ?? 'board'}
          onChange={(next) => say({ view: next === 'board' ? undefined : (next as 'list' | 'traffic') })}
        />
      </div>
      <div ref={list}>
        {view === 'traffic' ? (
          <PartnerList environment={environment} q={q} onClear={() => search('')} mayAdd={mayAdd} />
        ) : (
          <Standings
            {...{ q, turn, mayAdd }}
            asList={view === 'list'}
            onClear={() => {
              search('');
              say({ q: undefined, turn: undefined });
            }}
          />
        )}
      </div>
    </Page>
  );
}

interface StandingsProps {
  readonly q: string | undefined;
  readonly turn: 'team' | 'partner' | undefined;
  readonly mayAdd: boolean;
  readonly asList: boolean;
  readonly onClear: () => void;
}

function Standings({ q, turn, mayAdd, asList, onClear }: StandingsProps) {
  const query = { ...(q !== undefined && { q }), ...(turn !== undefined && { turn }) };
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/v1/journeys',
    { params: { query } },
    { placeholderData: keepPreviousData, refetchInterval: againMs },
  );
  if (isPending) return <Loading lines={8} label="Loading the partners" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.journeys.length > 0)
    return asList ? <StandingList standings={data.journeys} /> : <Board standings={data.journeys} />;
  if (q === undefined && turn === undefined) return <NoPartner mayAdd={mayAdd} />;
  return (
    <Nothing
      icon={<IconFilterOff size={20} stroke={1.7} />}
      title={
        q !== undefined
          ? `No partner is called “${q}”`
          : turn === 'team'
            ? 'Nothing waits for us'
            : 'Nothing waits for them'
      }
      action={
        <Button variant="default" onClick={onClear}>
          Show all partners
        </Button>
      }
    >
      {q === undefined ? 'Whoever has the turn stands here within seconds.' : 'The search looks at names.'}
    </Nothing>
  );
}
