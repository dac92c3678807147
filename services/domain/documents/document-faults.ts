import type { Finding } from '../finding.ts';
import type { DocumentText } from './document-text.ts';
import { type DocumentFindingCode, documentFindings } from './findings.ts';

/** A fault of a document before its place is known in lines. */
export interface DocumentFault {
  readonly code: DocumentFindingCode;
  /** Bytes, `end` exclusive. */
  readonly offset: number;
  readonly end?: number;
  readonly explanation: string;
  readonly said?: string;
  readonly expected?: string;
}

const mostFaults = 100;
const saidLimit = 80;

/** Collects the findings of one document; beyond a hundred they are counted only. */
export class DocumentFaults {
  readonly findings: Finding[] = [];
  /** Something that the format does not allow: nothing may be made of the document. */
  fatal = false;
  readonly #text: DocumentText;
  #more = 0;

  constructor(text: DocumentText) {
    this.#text = text;
  }

  add(fault: DocumentFault, fatal = false): void {
    this.fatal ||= fatal;
    if (this.findings.length >= mostFaults) {
      this.#more++;
      return;
    }
    const { code, offset, end, explanation, said, expected } = fault;
    const { line, column } = this.#text.placeAt(offset);
    this.findings.push({
      code,
      level: documentFindings[code].level,
      offset,
      end: end ?? offset,
      line,
      column,
      explanation: `Line ${line}, column ${column}: ${explanation}`,
      ...(said === undefined ? {} : { said: said.slice(0, saidLimit) }),
      ...(expected === undefined ? {} : { expected }),
    });
  }

  /** The findings, with a last word on those that were counted only. */
  list(): readonly Finding[] {
    const last = this.findings.at(-1);
    if (this.#more === 0 || !last) return this.findings;
    const { code, level } = last;
    return [
      ...this.findings,
      { code, level, explanation: `There are ${this.#more} more faults; they are not listed.` },
    ];
  }
}
