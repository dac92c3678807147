import type { Request } from 'express';
import { CodedError, classifyError, RefusedDocument } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { noteHttps, noteHttpsRefusal } from '../flows/https-log.ts';
import type { KeyCaller } from './caller.ts';
import type { ApiContext } from './operation.ts';

/** What is said of a request that went well. */
type Said = Pick<NewExchange, 'summary' | 'documentIds' | 'detail'>;

/**
 * Does what a partner's program asked for, and writes into the log of its HTTPS endpoint what came of it: neither its body nor its key. What the hub could not do
 * for its own reasons is not told as a fault of the request.
 */
export async function logged<T>(
  { context }: ApiContext,
  { request, caller, direction }: { request: Request; caller: KeyCaller; direction: NewExchange['direction'] },
  work: () => Promise<T>,
  said: (result: T) => Said,
): Promise<T> {
  const kind = 'message';
  const asked = { method: request.method, path: request.path };
  try {
    const result = await work();
    const { detail, ...rest } = said(result);
    noteHttps(context, caller, { kind, direction, state: 'done', ...rest, detail: { ...asked, ...detail } });
    return result;
  } catch (error) {
    const { status, code, detail } = classifyError(error).http;
    const documentIds = error instanceof RefusedDocument ? [error.documentId] : [];
    if ((error instanceof CodedError || documentIds.length > 0) && status < 500)
      noteHttpsRefusal(context, caller, {
        ...{ kind, direction, documentIds, summary: detail, detail: { ...asked, status, code } },
      });
    throw error;
  }
}

/** `3 events`, `1 event`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
