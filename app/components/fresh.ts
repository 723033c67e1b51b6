import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { Answer } from './toast';

/** What an act sets off is done by the worker within moments: the page looks again so soon after it. */
const LOOK_AGAIN_MS = [1_200, 4_000];

/** Keeps a page true: after an act, and when a person comes back to it. */
export function useFresh(answer: Answer | undefined): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!answer?.done) return;
    const timers = LOOK_AGAIN_MS.map((ms) => setTimeout(revalidate, ms));
    return () => timers.forEach(clearTimeout);
  }, [answer, revalidate]);
  useEffect(() => {
    const back = (): void => {
      if (document.visibilityState === 'visible') revalidate();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [revalidate]);
}
