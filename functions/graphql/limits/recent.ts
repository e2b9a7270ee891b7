/** Keeps what was asked for last, by text. */
export class Recent<Value extends object> {
  private readonly values = new Map<string, Value>();
  private readonly maximum: number;

  constructor(maximum: number) {
    this.maximum = maximum;
  }

  get(text: string): Value | undefined {
    const value = this.values.get(text);
    if (value !== undefined) this.set(text, value);
    return value;
  }

  set(text: string, value: Value): void {
    this.values.delete(text);
    this.values.set(text, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.maximum && oldest !== undefined) this.values.delete(oldest);
  }
}
