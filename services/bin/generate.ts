/** Makes `specs/generated/` from the contract: the bundled OpenAPI document and its TypeScript types. `--check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url);
const source = fileURLToPath(new URL('specs/openapi/crossdock.yaml', root));

async function generate(): Promise<Record<string, string>> {
  const { bundle: document } = await bundle({ ref: source, config: await createConfig({}), dereference: false });
  const types = astToString(await openapiTS(document.parsed, { exportType: true, enum: false, alphabetize: false }));
  const note = '// Made by `npm run generate` from specs/openapi. Do not edit.\n';
  return {
    'specs/generated/openapi.json': `${JSON.stringify(document.parsed, null, 1)}\n`,
    'specs/generated/openapi.ts': note + types,
  };
}

const made = await generate();
const stale: string[] = [];
for (const [path, content] of Object.entries(made)) {
  const file = new URL(path, root);
  let present = '';
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    // Not made yet: stale.
  }
  if (present === content) continue;
  stale.push(path);
  if (process.argv.includes('--check')) continue;
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, content);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Not fresh: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
} else {
  console.log(stale.length > 0 ? `Made ${stale.join(', ')}` : 'Generated files are fresh.');
}
