import type { Request, Response } from 'express';
import type { operations } from '../../specs/generated/openapi.ts';
import type { Admission } from '../flows/admit.ts';
import type { Context } from '../flows/context.ts';
import type { LiveChanges } from '../store/changes.ts';
import type { AnnotatedPages } from './annotated-pages.ts';
import type { ByteBudget } from './byte-budget.ts';
import type { Caller, KeyCaller, SessionCaller } from './caller.ts';
import type { LimitSettings, Limits } from './limits.ts';
import type { SignInGuard } from './sign-in-guard.ts';

export type OperationId = keyof operations;

/** Who may call an operation; compared with the contract's `security` when the app is made. */
export const callers = {
  getSession: 'session',
  signIn: 'anybody',
  signOut: 'session',
  dropDocument: 'key',
  listOutbox: 'key',
  downloadOutbox: 'key',
  confirmOutbox: 'key',
  listMessages: 'session',
  getMessage: 'either',
  downloadMessage: 'session',
  getAnnotatedMessage: 'session',
  retryDelivery: 'session',
  retryDocument: 'session',
  listPartners: 'session',
  getPartner: 'session',
  listOdooConnections: 'session',
  getOdooConnection: 'session',
  checkOdooConnection: 'session',
  getOdooChoices: 'session',
  setOdooResponsible: 'session',
  setOdooFeed: 'session',
  setOdooCarrier: 'session',
  removeOdooCarrier: 'session',
  setOdooPartner: 'session',
  listCases: 'session',
  listFailures: 'session',
  retryFailures: 'session',
  getRetry: 'session',
  getOverview: 'session',
  streamChanges: 'session',
  getHealth: 'anybody',
} as const satisfies Record<OperationId, 'session' | 'key' | 'either' | 'anybody'>;

type CallerOf<Id extends OperationId> = {
  session: SessionCaller;
  key: KeyCaller;
  either: Caller;
  anybody: undefined;
}[(typeof callers)[Id]];

/** What the operations share; made once with the app. */
export interface Desk {
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
  /** Pages of the annotated view. */
  readonly pages: AnnotatedPages;
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
  readonly desk: Desk;
  readonly caller: CallerOf<Id>;
  readonly params: Present<operations[Id]['parameters']['path']>;
  readonly query: Present<operations[Id]['parameters']['query']>;
  readonly body: Json<Id>;
  /** For what has no place in the contract: the raw body, the address, the connection. */
  readonly request: Request;
}

type Content<Media> = 'application/json' extends keyof Media
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
  [Status in keyof operations[Id]['responses'] & (200 | 202 | 204)]: Answer<Id, Status>;
}[keyof operations[Id]['responses'] & (200 | 202 | 204)];

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Reply<Id>>;
