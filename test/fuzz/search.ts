import { linterOf, profileOf } from '../domain/mapping/support.ts';
import { inputOf } from './input.ts';
import { probe } from './probe.ts';
import { probeDocument, probeGuide, probeMapping, probeTradeRules } from './probe-texts.ts';

const profileNames = ['standard-carrier', 'standard-3pl', 'standard-rest'] as const;

/** Makes one input and throws where something does not hold. */
export function searcher(streamEvery: number): (seed: number, input: number) => void {
  const documents = profileNames.flatMap((name) => profileOf(name).documents);
  const mappings = documents.flatMap(({ compiled }) => (compiled?.direction === 'inbound' ? [compiled] : []));
  const linter = {
    guides: profileNames.flatMap((name) => linterOf(name).guides),
    tradeRules: linterOf('standard-3pl').tradeRules,
    receivedAt: new Date('2026-03-03T12:00:00Z'),
  };
  return (seed, number) => {
    const { kind, name, bytes, pick } = inputOf(seed, number);
    const text = Buffer.from(bytes).toString('utf8');
    if (kind === 'x12') probe(bytes, pick, { mappings, linter, streamEvery });
    else if (kind === 'document') probeDocument(bytes, name, mappings);
    else if (kind === 'mapping') probeMapping(text, name, pick);
    else if (kind === 'guide') probeGuide(text, name);
    else probeTradeRules(text, name, pick);
  };
}
