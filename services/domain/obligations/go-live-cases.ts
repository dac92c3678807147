import { kind } from './case-kind.ts';

/** Cases of go-lives. */
export const goLiveCases = {
  'go-live.cancelled': kind<{ document: string; partner: string; why: string }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ document }) => `go-live.cancelled/${document}`,
    title: ({ document, partner }) => `The go-live of ${document} of ${partner} did not happen`,
    detail: ({ why }) => why,
    remedy: () => 'Production runs what it ran before. Mend what it names and have it asked for again.',
  }),
  'go-live.rolled-back': kind<{ document: string; partner: string; why: string; back: string }>({
    owner: 'team',
    severity: 'error',
    fingerprint: ({ document }) => `go-live.rolled-back/${document}`,
    title: ({ document, partner }) => `${document} of ${partner} was taken back`,
    detail: ({ why, back }) => `${why} It is back at ${back}.`,
    remedy: () =>
      'Find the cause and mend it, try again what failed (it is recognised in Odoo if it was done), and ask for the go-live again.',
  }),
} as const;
