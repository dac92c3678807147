import { readFileSync } from 'node:fs';

let version: string | undefined;

/** Version of this hub as far as it may change what documents become: `0.1`. */
export function softwareVersion(): string {
  if (version === undefined) {
    const { version: whole } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    version = whole.split('.').slice(0, 2).join('.');
  }
  return version;
}
