import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const partners = fileURLToPath(new URL('../../../partners/', import.meta.url));

/** The X12 documents among the samples of the profiles. */
export const samples: readonly { readonly file: string; readonly bytes: Uint8Array }[] = readdirSync(partners).flatMap(
  (profile) => {
    const folder = `${partners}${profile}/samples/`;
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.x12')) : [];
    return files.map((file) => ({ file: `${profile}/${file}`, bytes: new Uint8Array(readFileSync(folder + file)) }));
  },
);
