/** Milliseconds between two lines. */
const INTERVAL = 10_000;

/** Tells now and then how far something is, how fast it goes, and when it is going to be done. */
export function pace(name: string, total: number, say: (text: string) => void): (done: number) => void {
  let began: number | undefined;
  let told = 0;
  return (done) => {
    const now = performance.now();
    began ??= now;
    if (now - Math.max(told, began) < INTERVAL) return;
    told = now;
    const speed = (done * 1000) / (now - began);
    const minutes = (total - done) / speed / 60;
    say(
      `${name}: ${done.toLocaleString('en')}, ${Math.round(speed)} a second, about ${minutes.toFixed(1)} minutes left`,
    );
  };
}
