import { readFileSync } from 'node:fs';
import type { OperationId } from './operation.ts';
import type { Schema } from './validators.ts';

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}
export type Media = Readonly<Record<string, { readonly schema: Schema }>>;
export interface OperationObject {
  readonly operationId: OperationId;
  readonly deprecated?: boolean;
  /** Largest JSON body, where it is more than usual. */
  readonly 'x-body-bytes'?: number;
  /** The day since which it is deprecated, and the one after which it is gone; what to use instead. */
  readonly 'x-deprecated-at'?: string;
  readonly 'x-sunset'?: string;
  readonly 'x-successor'?: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Media }>>;
}

/** The bundled contract, as far as the server reads it. */
export interface ContractFile {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

/** The contract as it is served at `/openapi.json`. */
export const contractText = readFileSync(new URL('../../specs/generated/openapi.json', import.meta.url), 'utf8');
export const contractFile = JSON.parse(contractText) as ContractFile;
export const contractVersion = contractFile.info.version;
