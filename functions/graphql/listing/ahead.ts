/** Works on elements as they come, on so many at once, and answers in their order. */
export async function* ahead<Element, Answer>(
  elements: AsyncIterable<Element>,
  atOnce: number,
  work: (element: Element) => Promise<Answer>,
): AsyncGenerator<Answer, void, void> {
  const pending: Promise<Answer>[] = [];
  for await (const element of elements) {
    const answer = work(element);
    // Where it fails it fails again when its turn comes, if it does.
    answer.catch(() => undefined);
    pending.push(answer);
    const first = pending.length < atOnce ? undefined : pending.shift();
    if (first !== undefined) yield await first;
  }
  for (const answer of pending) yield await answer;
}
