import { Transform, type TransformCallback } from 'node:stream';

/** Replaces an ASCII text in a stream of bytes, also where it is cut between two chunks, and holds back no more than it must. */
export class ReplaceStream extends Transform {
  #held = '';

  constructor(
    readonly needle: string,
    readonly replacement: string,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    // latin1 maps each byte to one character and back, so no other byte changes
    const seen = (this.#held + chunk.toString('latin1')).replaceAll(this.needle, this.replacement);
    const keep = this.#startOfNeedleAtEnd(seen);
    this.#held = keep === 0 ? '' : seen.slice(-keep);
    const passed = keep === 0 ? seen : seen.slice(0, -keep);
    done(null, passed === '' ? undefined : Buffer.from(passed, 'latin1'));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#held === '' ? undefined : Buffer.from(this.#held, 'latin1'));
  }

  #startOfNeedleAtEnd(seen: string): number {
    for (let length = Math.min(this.needle.length - 1, seen.length); length > 0; length -= 1) {
      if (seen.endsWith(this.needle.slice(0, length))) return length;
    }
    return 0;
  }
}
