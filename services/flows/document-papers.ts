import type { DocumentKey } from '../domain/configuration/edit-documents.ts';
import { addressSample, envelopeSample, sampleFor } from '../domain/configuration/samples.ts';
import { CodedError } from '../domain/errors.ts';
import { guideText } from '../domain/guide/guide-text.ts';
import { configurationFiles, textsOf } from '../store/configurations.ts';
import type { Environment } from '../store/documents.ts';
import { readCompany } from './company.ts';
import { termsOf } from './configuration.ts';
import type { Context } from './context.ts';

// What whoever builds the documents of a partner takes along: the guide of each, and a sample.

export interface Paper {
  readonly fileName: string;
  readonly bytes: Buffer;
}

interface Wanted extends DocumentKey {
  readonly orgId: string;
  readonly environment: Environment;
}

const notFound = (detail: string) => new CodedError('http.not-found', { detail });

async function agreed(context: Context, { orgId, environment, set, direction }: Wanted) {
  const terms = await termsOf(context, orgId, environment);
  const document = terms?.configuration.documents.find((one) => one.set === set && one.direction === direction);
  if (!terms || !document) throw notFound(`The ${set} is not agreed in ${environment}.`);
  return { terms, document };
}

/** The guide of a document as Markdown, with both sides' ids. @throws CodedError `http.not-found` */
export async function guidePaper(context: Context, wanted: Wanted): Promise<Paper> {
  const { terms, document } = await agreed(context, wanted);
  const { set, version, direction } = document;
  const definition = context.catalog.standards.forVersion(version)?.definition.sets.get(set);
  if (!definition) throw notFound(`The ${set} is no X12, so there is no guide of it. Look at its sample.`);
  const { name } = await readCompany(context);
  const [we, they] = [
    { name, identities: terms.ours },
    { name: terms.name, identities: terms.identities },
  ];
  const inbound = direction === 'inbound';
  const text = guideText({
    ...{ set, version, name: definition.name, definition },
    ...{ from: inbound ? they : we, to: inbound ? we : they },
    guide: terms.configuration.guides.find((one) => one.set === set && one.version === version),
  });
  return { fileName: `guide-${set}-${version}.md`, bytes: Buffer.from(text) };
}

/** A sample of a document, between the partner and us: it can be sent as it is. @throws CodedError `http.not-found` */
export async function samplePaper(context: Context, wanted: Wanted): Promise<Paper> {
  const { terms, document } = await agreed(context, wanted);
  const { hash } = terms.pinned;
  const files =
    hash === null ? new Map<string, string>() : textsOf(await configurationFiles(context.db.pool, wanted.orgId, hash));
  const sample = sampleFor(files, document);
  if (!sample) throw notFound(`There is no sample of the ${document.set} in this version.`);
  const inbound = document.direction === 'inbound';
  const [[ours], [theirs]] = [terms.ours, terms.identities];
  if (document.format !== 'x12') return { fileName: sample.name, bytes: Buffer.from(sample.text) };
  if (!ours || !theirs)
    throw new CodedError('http.conflict', {
      detail: `A sample is addressed, and ${ours ? terms.name : 'our company'} has no trading id in ${wanted.environment} yet.`,
    });
  const addresses = {
    ...(inbound ? { sender: theirs, receiver: ours } : { sender: ours, receiver: theirs }),
    usage: wanted.environment === 'production' ? 'P' : 'T',
  } as const;
  const text = inbound
    ? addressSample(sample.text, addresses)
    : envelopeSample(sample.text, document, addresses, context.catalog.standards);
  if (text === undefined) throw notFound(`The sample of the ${document.set} cannot be written.`);
  return { fileName: sample.name.replace(/\.expected\.txt$/, '.x12'), bytes: Buffer.from(text, 'latin1') };
}
