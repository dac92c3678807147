/** The title of tests that need what is not on every machine, with the reason where it is missing: the summary of a run reads it there. */
export const skipped = (title: string, missing: string | undefined | false): string =>
  missing ? `${title} (skipped: ${missing})` : title;

/** The reason in the title of a skipped test; empty without one. */
export const reasonIn = (fullName: string): string => /\(skipped: (.+?)\)(?= >|$)/.exec(fullName)?.[1] ?? '';
