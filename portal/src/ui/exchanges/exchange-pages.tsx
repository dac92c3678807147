import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Exchange } from '../../lib/contract.ts';
import { useRowKeys } from '../row-keys.ts';
import { ExchangeRow } from './exchange-row.tsx';
import classes from './exchanges.module.css';

interface ExchangePagesProps {
  readonly label: string;
  readonly exchanges: readonly Exchange[];
  readonly documentId?: string | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  readonly action?: (exchange: Exchange) => ReactNode;
}

/** Entries of a log, newest first; older ones are fetched when they are wanted. */
export function ExchangePages(props: ExchangePagesProps) {
  const { label, exchanges, documentId, hasMore, isLoading, onMore, action } = props;
  const list = useRowKeys<HTMLUListElement>();
  return (
    <>
      <ul ref={list} aria-label={label}>
        {exchanges.map((exchange) => (
          <ExchangeRow
            key={exchange.id}
            exchange={exchange}
            documentId={documentId}
            isOpen={exchanges.length === 1}
            action={action?.(exchange)}
          />
        ))}
      </ul>
      {hasMore && (
        <p className={classes.more}>
          <span>The newest {exchanges.length} are shown; there are older ones.</span>
          <Button variant="default" loading={isLoading} onClick={onMore}>
            Show older
          </Button>
        </p>
      )}
    </>
  );
}
