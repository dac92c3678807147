import { readFileSync, writeFileSync } from 'node:fs';
import { sectionsFromCatalogues } from './errors-document.ts';

// `node test/http/refresh-errors.ts` after a change of a catalogue: writes its words into specs/errors.md, new codes behind their kin.
// Codes that are gone, and those that stand in no catalogue, are for a person; the test names them.

const file = new URL('../../specs/errors.md', import.meta.url);
const blocks = readFileSync(file, 'utf8')
  .trimEnd()
  .split(/\n\n(?=#{2,3} )/);
const codeOf = (block: string) => /^### `([^`]+)`/.exec(block)?.[1];
const kin = (code: string) => code.slice(0, code.lastIndexOf('.') + 1);

for (const [code, words] of sectionsFromCatalogues()) {
  const section = `### \`${code}\`\n\n${words}`;
  const place = blocks.findIndex((block) => codeOf(block) === code);
  if (place >= 0) blocks[place] = section;
  else
    blocks.splice(
      blocks.findLastIndex((block) => codeOf(block)?.startsWith(kin(code))) + 1 || blocks.length,
      0,
      section,
    );
}
writeFileSync(file, `${blocks.join('\n\n')}\n`);
