import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useChanges } from '../../lib/stream.ts';

/** One document with everything that became of it; fetched again whenever it moves on. */
export function useMessage(documentId: string) {
  const queries = useQueryClient();
  const init = { params: { path: { documentId } } };
  const again = () => {
    void queries.invalidateQueries({ queryKey: ['get', '/v1/messages/{documentId}', init] });
    void queries.invalidateQueries({ queryKey: ['annotated', documentId] });
  };
  useChanges((changed) => {
    if (changed === documentId) again();
  }, again);
  return api.useQuery('get', '/v1/messages/{documentId}', init);
}
