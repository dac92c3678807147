/**
 * Gives this whole process another time. The queue's library asks `Date.now` for what it writes down and other processes compare: locks of jobs, pauses, the time of the
 * last look for workers that died. With clocks of their own, two machines would take each other's jobs away, or never give them back.
 * @returns what gives the process its own time back.
 */
export function keepProcessTime(now: () => Date): () => void {
  const own = Date.now;
  Date.now = () => Math.trunc(now().getTime());
  return () => {
    Date.now = own;
  };
}
