/** Works on all items, at most `many` at a time, taken in order. The first failure ends it once those under way are done. */
export async function inParallel<T>(
  items: Iterable<T> | AsyncIterable<T>,
  many: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const under = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  for await (const item of items) {
    if (failure) break;
    const task: Promise<void> = work(item)
      .catch((error: unknown) => void (failure ??= { error }))
      .finally(() => under.delete(task));
    under.add(task);
    if (under.size >= many) await Promise.race(under);
  }
  await Promise.all(under);
  if (failure) throw failure.error;
}
