import { readdirSync, readFileSync } from 'node:fs';
import { fileText, profileFiles, profiles } from '../domain/mapping/support.ts';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

const filesIn = (folder: string, profile: string): NamedText[] =>
  [...profileFiles(profile)]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, text]) => ({ name: `${profile}/${path}`, text }));

/** Our mappings, guides and trade rules, and the JSON, XML and CSV documents of our samples. */
export const mappingTexts = profiles.flatMap((profile) => filesIn('mappings', profile));
export const guideTexts = profiles.flatMap((profile) => filesIn('guides', profile));
export const tradeRuleTexts: readonly NamedText[] = readdirSync(new URL('../../specs/x12/trade-rules', import.meta.url))
  .sort()
  .map((name) => ({ name, text: fileText(`specs/x12/trade-rules/${name}`) }));
export const documentTexts = profiles
  .flatMap((profile) => filesIn('samples', profile))
  .filter(({ name }) => /\.(json|xml|csv)$/.test(name) && !name.includes('.expected.') && !name.includes('.event.'));

export const eventOf940 = JSON.parse(fileText('partners/standard-3pl/samples/940-release.event.json')) as Record<
  string,
  unknown
>;

/** Bytes of our X12 samples. */
export const sampleBytes = ['standard-3pl', 'standard-carrier'].flatMap((profile) =>
  readdirSync(new URL(`../../partners/${profile}/samples/`, import.meta.url))
    .filter((name) => name.endsWith('.x12'))
    .map((name) => readFileSync(new URL(`../../partners/${profile}/samples/${name}`, import.meta.url))),
);

export const guideReference = (name: string): string => name.replace('/guides/', '/').replace(/\.yaml$/, '');
