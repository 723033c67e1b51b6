import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import type { FromApp } from '../messages';
import { actionOf } from './actions';
import { askInFrame } from './wire';

let shown: SaveBar | null = null;
let changed: () => void = () => undefined;

function nowShown(bar: SaveBar | null): void {
  shown = bar;
  changed();
}

export class SaveBar
  extends HTMLElement
  implements Pick<UISaveBarElement, 'show' | 'hide' | 'toggle' | 'showing' | 'discardConfirmation'>
{
  get showing(): boolean {
    return shown === this;
  }

  get discardConfirmation(): boolean {
    return ['discardconfirmation', 'discard-confirmation'].some((name) => this.hasAttribute(name));
  }

  set discardConfirmation(on: boolean) {
    this.toggleAttribute('discardconfirmation', on);
  }

  get buttons(): { save: HTMLElement | null; discard: HTMLElement | null } {
    return {
      save: this.querySelector<HTMLElement>('button[variant="primary"]'),
      discard: this.querySelector<HTMLElement>('button:not([variant="primary"])'),
    };
  }

  async show(): Promise<void> {
    if (this.showing) return;
    nowShown(this);
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    if (!this.showing) return;
    nowShown(null);
    this.dispatchEvent(new Event('hide'));
  }

  async toggle(): Promise<void> {
    return this.showing ? this.hide() : this.show();
  }

  disconnectedCallback(): void {
    void this.hide();
  }
}

export function onSaveBarChange(listen: () => void): void {
  changed = listen;
}

/** The bar as the admin is to draw it; null buttons are drawn by the admin with their usual words. */
export function saveBarSeen(): FromApp {
  const { save, discard } = shown?.buttons ?? { save: null, discard: null };
  return {
    type: 'save-bar',
    shown: shown !== null,
    save: save && actionOf(save),
    discard: discard && actionOf(discard),
  };
}

/** True if it was this bar's discard button and its person has thought better of it. */
export async function keepsEditing(buttonId: string): Promise<boolean> {
  const discard = shown?.buttons.discard;
  if (!shown?.discardConfirmation || !discard || actionOf(discard).id !== buttonId) return false;
  return !(await askInFrame(
    'Discard all unsaved changes?',
    'What you have changed on this page will be lost.',
    'Discard changes',
  ));
}

function barOf(id: string): SaveBar {
  const bar = document.getElementById(id);
  if (bar instanceof SaveBar) return bar;
  throw new Error(`There is no ui-save-bar with the id ${id}`);
}

export const saveBar: ShopifyGlobal['saveBar'] = {
  show: async (id) => barOf(id).show(),
  hide: async (id) => barOf(id).hide(),
  toggle: async (id) => barOf(id).toggle(),
  /** Settles only if the person may leave. */
  leaveConfirmation: async () => {
    if (shown === null) return;
    const leave = await askInFrame(
      'Leave page with unsaved changes?',
      'What you have changed on this page will be lost.',
      'Leave page',
    );
    if (!leave) return new Promise(() => undefined);
    await shown?.hide();
  },
};
