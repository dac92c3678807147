import { plainFileName } from '../../domain/file-name.ts';

const keptNames = 20_000;

/**
 * Names under which files are shown. Each has one of its own for as long as it is remembered, also when it lies there no more: a program that deletes what it has
 * read must never hit another file that has got the name meanwhile.
 */
export class Names {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set<string>();
  #most = keptNames;

  /** @param wanted what it would be called */
  of(key: string, wanted: string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const name = this.#free(plainFileName(wanted) ?? key, key);
    this.#byKey.set(key, name);
    this.#taken.add(name);
    if (this.#byKey.size > this.#most) this.#forgetOldest();
    return name;
  }

  /** The name that it has, where it has one. */
  nameOf(key: string): string | undefined {
    return this.#byKey.get(key);
  }

  knows(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Remembers at least so many. */
  keep(most: number): void {
    this.#most = Math.max(keptNames, most * 2);
  }

  #free(wanted: string, key: string): string {
    if (!this.#taken.has(wanted)) return wanted;
    const dot = wanted.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    const named = `${stem}-${key.replace(/\.txt$/, '').slice(-12)}${extension}`;
    return this.#taken.has(named) ? `${key}${extension}` : named;
  }

  #forgetOldest(): void {
    const [oldest] = this.#byKey;
    if (!oldest) return;
    this.#byKey.delete(oldest[0]);
    this.#taken.delete(oldest[1]);
  }
}
