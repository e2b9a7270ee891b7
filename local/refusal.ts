/** Why the stack cannot do what it was asked: something that the person at the keyboard can mend. No stack trace is shown. */
export class Refusal extends Error {
  override name = 'Refusal';
}
