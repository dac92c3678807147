import { useEffect, useEffectEvent } from 'react';

const underWay = new Set<Promise<unknown>>();

/** Waits until what was flushed has arrived: whoever comes back at once sees it. */
export const flushed = async (): Promise<void> => void (await Promise.allSettled(underWay));

/** Calls `flush` when the caller leaves the screen or the window is closed or put away: what was typed a moment ago waits for no timer. @param flush a page that is being closed waits for no answer either */
export function useFlush(flush: (isClosing: boolean) => Promise<unknown> | undefined): void {
  const now = useEffectEvent(flush);
  useEffect(() => {
    const leave = (isClosing: boolean) => {
      const sending = now(isClosing);
      if (sending === undefined) return;
      underWay.add(sending);
      const end = () => underWay.delete(sending);
      sending.then(end, end);
    };
    const close = () => leave(true);
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      leave(false);
    };
  }, []);
}
