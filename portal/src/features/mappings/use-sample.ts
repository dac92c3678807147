import { useEffect, useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { type MappingKey, readSample, useSamples } from './mappings-query.ts';
import { readable } from './sample-view.ts';

/** The choice that is no sample of the hub's. */
export const own = 'own text';

/** The sample on the bench: one of the draft, a document that came, or a text of one's own. */
export function useSample(path: MappingKey, environment: Environment) {
  const { data, isPending } = useSamples(path, environment);
  const samples = data?.samples ?? [];
  const [chosen, setChosen] = useState<string>();
  const [sample, setSample] = useState<string>();
  const [sampleError, setError] = useState<unknown>();
  const wanted = chosen ?? samples[0]?.id ?? (isPending ? undefined : own);
  useEffect(() => {
    if (wanted === undefined) return;
    if (wanted === own) {
      setSample((before) => before ?? '');
      return;
    }
    let isGone = false;
    readSample({ partnerId: path.partnerId, mapping: path.mapping }, wanted).then(
      ({ text }) => {
        if (isGone) return;
        setError(undefined);
        setSample(readable(text).replace(/\r\n?/g, '\n'));
      },
      (error: unknown) => {
        if (!isGone) setError(error);
      },
    );
    return () => {
      isGone = true;
    };
  }, [wanted, path.partnerId, path.mapping]);
  return {
    ...{ sample, samples, sampleId: wanted ?? own, sampleError },
    chooseSample: setChosen,
    editSample: (text: string) => {
      setSample(text);
      setChosen(own);
    },
  };
}
