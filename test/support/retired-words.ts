import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Words that the project no longer uses, so that none comes back by habit: the list is data, `specs/glossary.md` has what is said in their place.

interface RetiredWord {
  readonly pattern: string;
  readonly use: string;
}

const list = JSON.parse(readFileSync(new URL('retired-words.json', import.meta.url), 'utf8')) as readonly RetiredWord[];
const words = list.map(({ pattern, use }) => ({ use, pattern: new RegExp(pattern) }));

/** Says in which lines of a text a retired word stands, and what to use in its place. */
export function retiredWordsIn(text: string): readonly { line: number; word: string; use: string }[] {
  const lines = text.split('\n');
  return words.flatMap(({ pattern, use }) => {
    if (!pattern.test(text)) return [];
    return lines.flatMap((content, at) => {
      const [word] = pattern.exec(content) ?? [];
      return word === undefined ? [] : [{ line: at + 1, word, use }];
    });
  });
}

/** Pages for people, as paths from the root; decisions of the past keep their words. */
export function pagesForPeople(root: string): readonly string[] {
  const specs = readdirSync(join(root, 'specs'), { recursive: true, encoding: 'utf8' });
  const pages = specs.filter((name) => name.endsWith('.md') && !name.startsWith('adr')).map((name) => `specs/${name}`);
  return [...readdirSync(root).filter((name) => name === 'README.md' || name === 'CONTRIBUTING.md'), ...pages];
}
