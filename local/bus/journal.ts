import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** An event on its way to one target. */
export interface Delivery {
  id: number;
  /** Names the rule's target, see `targetKey`. */
  target: string;
  /** JSON of the event. */
  event: string;
  /** Milliseconds. */
  acceptedAt: number;
}

const rowSchema = z.object({ id: z.number(), target: z.string(), event: z.string(), acceptedAt: z.number() });

/** Deliveries that are not done. In a file they outlive the process: what was accepted is delivered by the next one. */
export class Journal {
  private readonly database: DatabaseSync;

  /** `null` keeps it in memory. */
  constructor(file: string | null) {
    this.database = new DatabaseSync(file ?? ':memory:');
    this.database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS deliveries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target TEXT NOT NULL,
        event TEXT NOT NULL,
        acceptedAt INTEGER NOT NULL
      )`);
  }

  /** All or none of them are there when it returns. */
  add(deliveries: Omit<Delivery, 'id'>[]): Delivery[] {
    const insert = this.database.prepare(
      'INSERT INTO deliveries (target, event, acceptedAt) VALUES (?, ?, ?) RETURNING id, target, event, acceptedAt',
    );
    this.database.exec('BEGIN');
    try {
      const rows = deliveries.map(({ target, event, acceptedAt }) => insert.get(target, event, acceptedAt));
      this.database.exec('COMMIT');
      return z.array(rowSchema).parse(rows);
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
  }

  remove(id: number): void {
    this.database.prepare('DELETE FROM deliveries WHERE id = ?').run(id);
  }

  pending(): Delivery[] {
    return z.array(rowSchema).parse(this.database.prepare('SELECT * FROM deliveries ORDER BY id').all());
  }

  close(): void {
    this.database.close();
  }
}
