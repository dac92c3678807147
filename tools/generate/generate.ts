/**
 * Makes what is made from `specs/`: the bundled OpenAPI document and its TypeScript types, the validators of events and the types of their data, the word lists in
 * specs/events/README.md. `--check` only compares. `--publish` also freezes the event schemas in specs/events/published, unless one
 * breaks what was published before.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { addEventSchemas } from './contract-events.ts';
import { eventImports } from './event-imports.ts';
import { readEventSchemas } from './event-schemas.ts';
import { eventTypes } from './event-types.ts';
import { eventValidators } from './event-validators.ts';
import { accessFile, readAccess } from './operation-access.ts';
import { publicationOf } from './published-events.ts';
import { type CodeTables, withVocabulary } from './vocabulary-tables.ts';

/** What the portal's editor completes the keys of mappings from. */
const mappingSchema = `// Made by \`npm run generate\`. Do not edit.
import schema from '../mapping.schema.json' with { type: 'json' };

export const mappingSchema: object = schema;
`;

const root = new URL('../../', import.meta.url);
const source = fileURLToPath(new URL('specs/openapi/crossdock.yaml', root));
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

async function generateContract(): Promise<Record<string, string>> {
  const { bundle: document } = await bundle({ ref: source, config: await createConfig({}), dereference: false });
  const { access, complaints } = readAccess(document.parsed as object);
  if (complaints.length > 0) {
    for (const complaint of complaints) console.error(complaint);
    console.error('Nothing was made: the contract must say for every operation who may call it.');
    process.exit(1);
  }
  addEventSchemas(document.parsed as object, events);
  const types = astToString(await openapiTS(document.parsed, { exportType: true, enum: false, alphabetize: false }));
  const note = '// Made by `npm run generate` from specs/openapi. Do not edit.\n';
  return {
    'specs/generated/openapi.json': `${JSON.stringify(document.parsed, null, 1)}\n`,
    'specs/generated/openapi.ts': note + types,
    'specs/generated/access.ts': accessFile(access),
  };
}

const events = readEventSchemas(root);
const publication = publicationOf(events, root);

async function generateEvents(): Promise<Record<string, string>> {
  const readme = 'specs/events/README.md';
  const tables = JSON.parse(text('specs/tables/standard.json')) as CodeTables;
  return {
    'specs/generated/event-validators.ts': eventValidators(events.types, events.vocabulary),
    'specs/generated/event-data.ts': await eventTypes(events),
    'specs/generated/event-schemas.ts': eventImports(events),
    'specs/generated/mapping-schema.ts': mappingSchema,
    [readme]: withVocabulary(text(readme), events, tables),
  };
}

/** The files that differ from what they ought to be; they are written too, unless only asked for. */
function stale(made: Readonly<Record<string, string>>, write: boolean): readonly string[] {
  const different = Object.entries(made).filter(([path, content]) => {
    const file = new URL(path, root);
    return !existsSync(file) || readFileSync(file, 'utf8') !== content;
  });
  for (const [path, content] of write ? different : []) {
    const file = new URL(path, root);
    mkdirSync(new URL('../../services/bin', file), { recursive: true });
    writeFileSync(file, content);
  }
  return different.map(([path]) => path);
}

const isCheck = process.argv.includes('--check');
const isPublish = process.argv.includes('--publish') && publication.refusals.length === 0;
const complaints = [...publication.refusals];
const made = stale({ ...(await generateContract()), ...(await generateEvents()) }, !isCheck);
const unpublished = publication.refusals.length > 0 ? [] : stale(publication.files, isPublish);
if (made.length > 0) {
  if (isCheck) complaints.push(`Not fresh: ${made.join(', ')}. Run \`npm run generate\` and commit the result.`);
  else console.log(`Made ${made.join(', ')}`);
}
if (unpublished.length > 0) {
  if (isPublish) console.log(`Published ${unpublished.join(', ')}`);
  else if (isCheck)
    complaints.push(
      `Not published: ${unpublished.join(', ')}. When the events are as they shall stay, run \`npm run generate -- --publish\` and commit the result.`,
    );
}
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else if (made.length + unpublished.length === 0) console.log('Generated files are fresh.');
