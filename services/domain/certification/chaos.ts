/** Trouble that a partner can ask for in its sandbox, to see that its side stands it. */
export const chaosKinds = {
  'late-mdn': {
    title: 'Late MDN',
    about: 'Our receipts (MDN) for what you send by AS2 come two minutes late, after the connection is closed.',
  },
  'lost-997': {
    title: 'Lost 997',
    about: 'Our acknowledgements are made and never reach you; see that you ask for them or send once more.',
  },
  'duplicate-control-number': {
    title: 'Duplicate ISA13',
    about:
      'Every document of ours comes a second time under the same interchange control number; see that you act once.',
  },
  'truncated-file': {
    title: 'Truncated file',
    about: 'Every document of ours comes cut off first, then whole; see that you refuse the one and take the other.',
  },
} as const;
export type ChaosName = keyof typeof chaosKinds;
export const chaosNames = Object.keys(chaosKinds) as readonly ChaosName[];

/** What is switched on goes off by itself after so long. */
export const chaosMs = 24 * 60 * 60 * 1000;
