import type { Request, Response } from 'express';
import type { access } from '../../specs/generated/access.ts';
import type { operations } from '../../specs/generated/openapi.ts';
import type { Role } from '../domain/roles.ts';
import type { Admission } from '../flows/admit.ts';
import type { ByteBudget } from '../flows/byte-budget.ts';
import type { Context } from '../flows/context.ts';
import type { MappingBench } from '../flows/mappings/turns.ts';
import type { LiveChanges } from '../store/changes.ts';
import type { AnnotatedPages } from './annotated-pages.ts';
import type { Caller, KeyCaller, SessionCaller } from './caller.ts';
import type { LimitSettings, Limits } from './limits.ts';
import type { Previews } from './preview.ts';
import type { SignInGuard } from './sign-in-guard.ts';

export type OperationId = keyof operations;

/** Who may call an operation: made from the contract. */
export interface Access {
  readonly caller: 'session' | 'key' | 'both' | 'nobody';
  /** People with one of these. */
  readonly roles: readonly Role[];
  /** What an API key needs, all of them. */
  readonly scopes: readonly string[];
  /** Where the environment comes from: the caller's key, a parameter, the record that is named, or there is none. */
  readonly environment: 'none' | 'caller' | 'named' | 'record';
  /** What counts the calls. `quick` ones wait for no turn; `open` ones are not counted. */
  readonly limit: 'standard' | 'quick' | 'inbox' | 'sign-in' | 'open';
  /** Also for people who have yet to choose a password of their own. */
  readonly temporaryPassword: boolean;
  /** Also for people whom the operator wants to have a second factor, and who have none. */
  readonly withoutSecondFactor: boolean;
}

type CallerOf<Id extends OperationId> = {
  session: SessionCaller;
  key: KeyCaller;
  both: Caller;
  nobody: undefined;
}[(typeof access)[Id]['caller']];

/** What the operations share; made once with the app. */
export interface ApiContext {
  readonly context: Context;
  readonly changes: LiveChanges;
  readonly limits: Limits;
  readonly settings: LimitSettings;
  /** Bounds guessing of passwords. */
  readonly guard: SignInGuard;
  /** Whether the inbox takes more. */
  readonly admission: Admission;
  /** Room for request bodies. */
  readonly budget: ByteBudget;
  /** Where mappings are tried. */
  readonly bench: MappingBench;
  /** Pages of the annotated view. */
  readonly pages: AnnotatedPages;
  /** What would come of a document. */
  readonly previewOf: Previews;
  readonly bodyLimitBytes: number;
  readonly secureCookies: boolean;
}

type Present<T> = T extends undefined ? never : T;
type Json<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

/** A request whose parameters and body fit the contract. */
export interface Call<Id extends OperationId> {
  readonly api: ApiContext;
  readonly caller: CallerOf<Id>;
  readonly params: Present<operations[Id]['parameters']['path']>;
  readonly query: Present<operations[Id]['parameters']['query']>;
  readonly body: Json<Id>;
  /** For what has no place in the contract: the raw body, the address, the connection. */
  readonly request: Request;
}

/** A document goes out as it was written, whatever it is. */
type Content<Media> = 'application/edi-x12' extends keyof Media
  ? { readonly bytes: Uint8Array; readonly type: keyof Media }
  : 'application/json' extends keyof Media
    ? { readonly body: Media['application/json'] }
    : 'text/event-stream' extends keyof Media
      ? { readonly stream: (response: Response) => void }
      : { readonly bytes: Uint8Array; readonly type: keyof Media };

type Answer<Id extends OperationId, Status extends keyof operations[Id]['responses']> = {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
} & (operations[Id]['responses'][Status] extends { content: infer Media } ? Content<Media> : unknown);

/** A good answer, as the contract has it. Everything else is thrown as a CodedError. */
export type Reply<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses'] & (200 | 201 | 202 | 204 | 304)]: Answer<Id, Status>;
}[keyof operations[Id]['responses'] & (200 | 201 | 202 | 204 | 304)];

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Reply<Id>>;
