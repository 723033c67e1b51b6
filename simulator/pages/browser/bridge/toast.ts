import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import { newId, tell } from './wire';

interface Listeners {
  readonly onAction: (() => void) | undefined;
  readonly onDismiss: (() => void) | undefined;
}

const shown = new Map<string, Listeners>();

export const toast: ShopifyGlobal['toast'] = {
  show(message, options = {}) {
    const id = newId();
    shown.set(id, { onAction: options.onAction, onDismiss: options.onDismiss });
    tell({
      type: 'toast-show',
      id,
      message,
      isError: options.isError ?? false,
      action: options.action ?? null,
      duration: options.duration ?? 5_000,
    });
    return id;
  },
  hide(id) {
    tell({ type: 'toast-hide', id });
  },
};

export const toastAction = (id: string): void => shown.get(id)?.onAction?.();

export function toastGone(id: string): void {
  shown.get(id)?.onDismiss?.();
  shown.delete(id);
}
