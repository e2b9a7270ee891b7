import type { OperatorContext } from '../commands/context.ts';
import type { Columns } from '../output/column.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import type { DeadLetter } from './dead-letter.ts';
import { LETTER_CSV, letterData } from './describe.ts';

/** What became of a message, or would become of it. */
export type Fate = 'SENT' | 'DELETED' | 'LEFT';

export interface Dealt {
  readonly letter: DeadLetter;
  readonly fate: Fate;
}

const CSV: Columns<Dealt> = {
  fate: ({ fate }) => fate,
  ...Object.fromEntries(
    Object.entries(LETTER_CSV).map(([name, cell]) => [name, ({ letter }: Dealt) => cell(letter)]),
  ),
};

/** Writes what became of messages, where data is wanted. */
export async function writeDealt(
  { format, surroundings: { output } }: OperatorContext,
  dealt: readonly Dealt[],
): Promise<void> {
  if (format === 'CSV') await output.write(csvText(CSV, dealt));
  if (format === 'JSON')
    await writeJson(
      output,
      dealt.map(({ letter, fate }) => ({ fate, ...letterData(letter) })),
    );
}
