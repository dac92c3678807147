import { TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { PartnerList } from '../../features/partners/partner-list.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { AddPartnerButton } from '../../ui/no-partner.tsx';
import { Page } from '../../ui/page.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';

const typingMs = 250;

/** Everybody that we exchange documents with. */
export function PartnersPage() {
  const { q } = useSearch({ from: '/shell/partners' });
  const navigate = useNavigate({ from: '/partners' });
  const environment = useEnvironment();
  const mayAdd = may(useSession(), 'createPartner');
  const input = useRef<HTMLInputElement>(null);
  const list = useRowKeys<HTMLDivElement>();
  const [words, setWords] = useState(q ?? '');
  const settle = useDebouncedCallback((next: string) => {
    void navigate({
      search: (search) => ({ ...search, q: next === '' ? undefined : next }) as { q?: string },
      replace: true,
    });
  }, typingMs);
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
            placeholder="Name or trading id"
            maxLength={100}
            leftSection={<IconSearch size={14} stroke={1.8} />}
            value={words}
            onChange={(event) => search(event.currentTarget.value)}
          />
          {mayAdd && <AddPartnerButton />}
        </>
      }
    >
      <div ref={list}>
        <PartnerList environment={environment} q={q} onClear={() => search('')} mayAdd={mayAdd} />
      </div>
    </Page>
  );
}
