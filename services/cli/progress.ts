export interface Progress {
  /** One more is begun. */
  step(name: string): void;
  end(): void;
}

const everyMs = 100;

/** How far a command is with many files, on one line of standard error that goes away; silent where nobody watches a terminal. */
export function showProgress(total: number): Progress {
  const { stderr } = process;
  if (!stderr.isTTY || total < 2) return { step: () => undefined, end: () => undefined };
  let done = 0;
  let shownAt = 0;
  return {
    step(name) {
      done += 1;
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const line = `${done}/${total} ${name}`.slice(0, (stderr.columns || 80) - 1);
      stderr.write(`\r\u001b[K${line}`);
    },
    end() {
      stderr.write('\r\u001b[K');
    },
  };
}
