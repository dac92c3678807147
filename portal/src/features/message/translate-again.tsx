import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { Message } from '../../lib/contract.ts';
import { tellProblem } from '../../ui/undo.tsx';

/** Was it set aside because it could not be translated? */
export const isQuarantined = ({ outcome, findings }: Message): boolean =>
  outcome === 'attention' && findings.some(({ code }) => code === 'document.quarantined');

/** Releases a document from quarantine: it is translated again, alone. */
export function TranslateAgain({ documentId }: { readonly documentId: string }) {
  const queries = useQueryClient();
  const release = api.useMutation('post', '/v1/messages/{documentId}/retry', {
    onError: tellProblem,
    onSuccess: () => {
      notifications.show({
        title: 'It is translated again',
        message: 'Alone and in a process of its own; nothing else waits for it.',
      });
      void queries.invalidateQueries({ queryKey: ['get', '/v1/messages/{documentId}'] });
    },
  });
  return (
    <Button
      leftSection={<IconRefresh size={15} stroke={1.8} />}
      loading={release.isPending}
      onClick={() => release.mutate({ params: { path: { documentId } } })}
    >
      Translate again
    </Button>
  );
}
