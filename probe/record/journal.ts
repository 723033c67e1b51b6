import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export const KINDS = ['webhook', 'order', 'product', 'service', 'location', 'setting'] as const;
export type Kind = (typeof KINDS)[number];

const Row = z.discriminatedUnion('what', [
  z.object({ what: z.literal('about-to-create'), kind: z.enum(KINDS), mark: z.string() }),
  z.object({ what: z.literal('created'), mark: z.string(), id: z.string() }),
  z.object({ what: z.literal('gone'), mark: z.string() }),
  z.object({ what: z.literal('left'), mark: z.string(), why: z.string() }),
]);
type Row = z.infer<typeof Row>;

/** Something that the probe made, or was about to make when it ended. */
export interface Thing {
  readonly kind: Kind;
  /** Stands in the store on the thing itself: as a tag, a name or a path. */
  readonly mark: string;
  /** null: whether it was created is not known. */
  readonly id: string | null;
}

/**
 * Written before each creation and after it, so that a probe that was killed knows at its next start what may stand in
 * the store. Each row is on the disk before the call that it announces.
 */
export class Journal {
  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true });
  }

  aboutToCreate(kind: Kind, mark: string): void {
    this.write({ what: 'about-to-create', kind, mark });
  }

  created(mark: string, id: string): void {
    this.write({ what: 'created', mark, id });
  }

  gone(mark: string): void {
    this.write({ what: 'gone', mark });
  }

  left(mark: string, why: string): void {
    this.write({ what: 'left', mark, why });
  }

  /** What still has to be taken away. */
  open(): Thing[] {
    const things = new Map<string, Thing>();
    for (const row of this.rows()) {
      if (row.what === 'about-to-create')
        things.set(row.mark, { kind: row.kind, mark: row.mark, id: null });
      else if (row.what === 'created') {
        const thing = things.get(row.mark);
        if (thing) things.set(row.mark, { ...thing, id: row.id });
      } else things.delete(row.mark);
    }
    return [...things.values()];
  }

  /** Forgets everything, once nothing is open. */
  close(): void {
    if (this.open().length === 0) rmSync(this.file, { force: true });
  }

  private rows(): Row[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.flatMap((line) => {
      const parsed = Row.safeParse(jsonOf(line));
      return parsed.success ? [parsed.data] : [];
    });
  }

  private write(row: Row): void {
    const handle = openSync(this.file, 'a');
    // The line break comes first: a row that was cut short does not spoil the next one.
    writeSync(handle, `\n${JSON.stringify(row)}`);
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** A row that was cut short by a kill is no row: the call that it announces was never made. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
