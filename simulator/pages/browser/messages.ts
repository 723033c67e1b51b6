/* What the framed app's App Bridge and the admin's frame tell each other by postMessage. */

export interface NavLink {
  readonly href: string;
  readonly label: string;
}

/** A button of the app that the admin shows in its own bars; pressing it there presses it here. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly kind: 'primary' | 'breadcrumb' | 'plain';
  readonly critical: boolean;
  readonly disabled: boolean;
  readonly loading: boolean;
}

export type FromApp =
  | { readonly type: 'address'; readonly path: string }
  | { readonly type: 'nav'; readonly links: readonly NavLink[] }
  | { readonly type: 'title'; readonly title: string; readonly actions: readonly Action[] }
  | {
      readonly type: 'save-bar';
      readonly shown: boolean;
      readonly save: Action | null;
      readonly discard: Action | null;
    }
  | {
      readonly type: 'toast-show';
      readonly id: string;
      readonly message: string;
      readonly isError: boolean;
      readonly action: string | null;
      readonly duration: number;
    }
  | { readonly type: 'toast-hide'; readonly id: string }
  | { readonly type: 'modal'; readonly open: boolean }
  | { readonly type: 'loading'; readonly on: boolean }
  | { readonly type: 'go'; readonly href: string }
  | {
      readonly type: 'confirm';
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly yes: string;
    };

export type FromFrame =
  | { readonly type: 'navigate'; readonly path: string }
  | { readonly type: 'press'; readonly id: string }
  | { readonly type: 'toast-action'; readonly id: string }
  | { readonly type: 'toast-gone'; readonly id: string }
  | { readonly type: 'confirmed'; readonly id: string; readonly yes: boolean };

interface Letter<T> {
  readonly simulatedAppBridge: T;
}

export const seal = <T>(message: T): Letter<T> => ({ simulatedAppBridge: message });

/** Both ends are ours and of one version, and each looks at who sent it: the mark alone tells them from other letters. */
export function open<T extends FromApp | FromFrame>(data: unknown): T | undefined {
  return typeof data === 'object' && data !== null && 'simulatedAppBridge' in data
    ? (data as Letter<T>).simulatedAppBridge
    : undefined;
}
