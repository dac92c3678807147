import type { SealedEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';

// Shorter ones would stand in words that give nothing away.
const shortestSecret = 4;
// A setting may hold several, such as those of a webhook while they change, or a key in lines: a part of it that is as long gives as much away.
const shortestPart = 16;
const hidden = '•••';
// By these a message is recognised and a receipt held against it: a password that is a part of an id by chance, such as the AS2 id itself, must not make another of it.
const recognising = new Set(['transportId', 'messageId', 'originalMessageId', 'mic', 'receivedMic']);

/** Takes the given secrets out of texts, and of texts within objects and lists. */
export function redactor(secrets: readonly string[]): <T>(value: T) => T {
  const parts = secrets.flatMap((one) => one.split(/\s+/).filter((part) => part.length >= shortestPart));
  const kept = [...secrets, ...parts].filter((one) => one.length >= shortestSecret);
  const forms = [
    ...new Set(kept.flatMap((one) => [one, encodeURIComponent(one), Buffer.from(one).toString('base64')])),
  ];
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return forms.reduce((text, one) => text.replaceAll(one, hidden), value);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value) || value instanceof Date) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, recognising.has(name) ? one : clean(one)]),
    );
  };
  return forms.length === 0 ? (value) => value : <T>(value: T) => clean(value) as T;
}

/** Takes what is secret in the settings of an endpoint out of what is logged, shown or told of it. */
export const redactorOf = ({ secrets: box }: Pick<Context, 'secrets'>, { secrets }: Pick<SealedEndpoint, 'secrets'>) =>
  redactor(Object.values(secrets).map((sealed) => box.open(sealed)));
