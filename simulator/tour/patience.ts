import { setTimeout as sleep } from 'node:timers/promises';

export const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const PATIENCE_MS = 60_000;

/** A person whose page doesn't come tries again: the app may just be starting. */
export async function patiently(
  send: () => Promise<Response>,
): Promise<{ answer: Response; tries: number }> {
  const end = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    const answer = await send().catch(() => null);
    if (answer !== null && answer.status < 500) return { answer, tries };
    if (Date.now() > end)
      throw new Error(`The app did not answer for ${PATIENCE_MS / 1000} seconds`);
    await sleep(200);
  }
}
