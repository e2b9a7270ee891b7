/** The table is slow, or busy. What was written is recognised by the next run, which so has less to do. */
export class OutOfTime extends Error {
  constructor(left: number) {
    super(`the time was up before ${left} projects could be written: the next run goes on with them`);
  }
}
