import { UnlistedKinds } from '../counted-findings.ts';
import type { Finding } from '../finding.ts';
import { visible, withoutDeceit } from '../visible-text.ts';
import type { DocumentText } from './document-text.ts';
import { type DocumentFindingCode, documentFindings } from './findings.ts';

/** A fault of a document before its place is known in lines. */
export interface DocumentFault {
  readonly code: DocumentFindingCode;
  /** Bytes, `end` exclusive. */
  readonly offset: number;
  readonly end?: number;
  readonly explanation: string;
  readonly received?: string;
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
  readonly #unlisted = new UnlistedKinds();

  constructor(text: DocumentText) {
    this.#text = text;
  }

  add(fault: DocumentFault, fatal = false): void {
    this.fatal ||= fatal;
    if (this.findings.length >= mostFaults) {
      this.#unlisted.add(fault.code, documentFindings[fault.code].level, undefined);
      return;
    }
    const { code, offset, end, explanation, received, expected } = fault;
    const { line, column } = this.#text.placeAt(offset);
    this.findings.push({
      code,
      level: documentFindings[code].level,
      offset,
      end: end ?? offset,
      line,
      column,
      explanation: `Line ${line}, column ${column}: ${visible(explanation)}`,
      ...(received === undefined ? {} : { received: withoutDeceit(received.slice(0, saidLimit)) }),
      ...(expected === undefined ? {} : { expected }),
    });
  }

  /** The findings, listed and counted. */
  list(): readonly Finding[] {
    return this.#unlisted.isEmpty ? this.findings : [...this.findings, ...this.#unlisted.findings(this.findings)];
  }
}
