import type { ApartTranslator } from '../flows/context.ts';
import { type ApartOptions, openApart } from './apart-process.ts';

/** Translates documents in a process of its own, one at a time. */
export function openTranslator(options: ApartOptions): ApartTranslator & { close(): Promise<void> } {
  const apart = openApart(options);
  return {
    ready: apart.ready,
    async translate(documentId) {
      const answer = await apart.ask({ documentId }, options.limits.largeMs);
      if ('end' in answer) return answer.end;
      if (apart.isClosing) return { kind: 'interrupted', reason: 'The hub is stopping.' };
      return { kind: 'failed', reason: 'died' in answer ? answer.died : 'It was answered with something else.' };
    },
    close: apart.close,
  };
}
