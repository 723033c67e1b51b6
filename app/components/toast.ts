import { useEffect } from 'react';

/** What an action answers: words for a toast, or what went wrong, to be shown beside the form. */
export interface Answer {
  readonly done: string | null;
  readonly problem: string | null;
}

/** Says once, by the admin's own toast, that an act was done. */
export function useToast(answer: Answer | undefined): void {
  useEffect(() => {
    if (answer?.done && 'shopify' in window) shopify.toast.show(answer.done);
  }, [answer]);
}
