/** Does something for each, so many at a time. Ends when all of it has ended: nothing goes on behind the back of who waits. @throws the first error, then */
export async function sideBySide<T>(all: Iterable<T>, atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const next = [...all].values();
  const workSome = async () => {
    for (const one of next) await work(one);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, workSome));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
