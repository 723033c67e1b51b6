/** A person pressed Ctrl-C: no further question is asked, and what was made is taken away. */
export class Stopped extends Error {
  constructor() {
    super('stopped by hand');
  }
}

/** In: the signal of the person's wish to stop. Out: `check`, which throws once the probe was stopped. */
export const stopBy = (signal: AbortSignal): { readonly check: () => void } => ({
  check: () => {
    if (signal.aborted) throw new Stopped();
  },
});
