import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventEnvelope } from './entries.ts';

/** Bytes after which the next event begins a new file. */
const ROTATE_AT = 10 * 1024 * 1024;

/** A file with an event a line, as targets get them (JSON). The one before a long one is kept beside it as `NAME.1`. */
export class EventFile {
  private readonly path: string;
  private readonly rotateAt: number;

  constructor(path: string, rotateAt = ROTATE_AT) {
    this.path = path;
    this.rotateAt = rotateAt;
    mkdirSync(dirname(path), { recursive: true });
  }

  /** The events are in the file when it returns: who has published one can read it there. */
  append(events: readonly EventEnvelope[]): void {
    if (events.length === 0) return;
    const { size } = statSync(this.path, { throwIfNoEntry: false }) ?? { size: 0 };
    if (size >= this.rotateAt) renameSync(this.path, `${this.path}.1`);
    appendFileSync(this.path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }
}
