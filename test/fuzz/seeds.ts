import { samples } from '../domain/x12/samples.ts';
import { bodies, bytesOf, corpus, corpusBytes, interchange, isa } from '../domain/x12/support.ts';

/** Larger documents take longer and find no more. */
const LARGEST_BYTES = 4000;

const sets = Object.keys(bodies).map((set) => ({ set }));
const modern = isa({ 11: '^', 12: '00501' });

/** Documents of our own that hold what a reader may stumble over. */
const own: readonly Uint8Array[] = [
  ...sets.map((set) => interchange(set)),
  interchange(sets, undefined, isa({ 14: '1' })),
  interchange({ version: '005010', bodies: [['REF*A>B^C>D*X', 'BIN*5*a~b*c']] }, undefined, modern),
  interchange(sets).replaceAll('~', '\r\n'),
  `\xef\xbb\xbf${interchange(sets).replaceAll('~', '~\r\n')}`,
  interchange(sets).replace(/.{80}/g, '$&\r\n'),
  interchange({ set: '214' }).replaceAll('~', '\xe2\x80\xa6').replaceAll('*', '\x1d'),
  `${interchange()}\n${interchange({ set: '214' }).replaceAll('*', '|').replaceAll('~', '!')}`,
  `Dear partner,\n${interchange()}regards`,
  interchange().slice(0, 300) + interchange(),
].map(bytesOf);

/** What is mutated: our own documents, the samples, and where they are at hand the real files. */
export const seeds: readonly Uint8Array[] = [
  ...own,
  ...samples.map(({ bytes }) => bytes),
  ...(corpus ?? []).map(corpusBytes),
].filter(({ length }) => length < LARGEST_BYTES);
