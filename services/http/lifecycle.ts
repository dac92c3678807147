import type { OperationObject } from './contract-file.ts';

// An operation that is to end says so with each answer: since when it is deprecated (RFC 9745), when it is gone (RFC 8594), and what to use instead.

/** The shortest time between the two. */
export const noticeDays = 180;

const dayMs = 86_400_000;

/** @throws when the contract promises less notice than `noticeDays`, or names no day */
export function lifecycleHeaders(
  operation: Pick<OperationObject, 'operationId' | 'deprecated' | 'x-deprecated-at' | 'x-sunset' | 'x-successor'>,
): readonly (readonly [string, string])[] {
  const { deprecated, operationId, 'x-deprecated-at': since, 'x-sunset': until, 'x-successor': successor } = operation;
  if (since === undefined && until === undefined && !deprecated) return [];
  const [from, to] = [Date.parse(since ?? ''), Date.parse(until ?? '')];
  const isShort = !(to - from >= noticeDays * dayMs);
  if (!deprecated || isShort)
    throw new Error(
      `${operationId}: an operation that ends has \`deprecated: true\`, \`x-deprecated-at\` and \`x-sunset\`, at least ${noticeDays} days apart.`,
    );
  const links = ['</docs>; rel="deprecation"; type="text/html"'];
  if (successor !== undefined) links.push(`<${successor}>; rel="successor-version"`);
  return [
    ['Deprecation', `@${Math.floor(from / 1000)}`],
    ['Sunset', new Date(to).toUTCString()],
    ['Link', links.join(', ')],
  ];
}
