import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import { actionsIn, press } from './actions';
import { modalStyle } from './modal-style';
import { tell } from './wire';

/** Drawn inside the app's frame, over the app; the admin dims itself around it. */
export class Modal
  extends HTMLElement
  implements Pick<UIModalElement, 'show' | 'hide' | 'toggle' | 'content'>
{
  readonly #dialog = document.createElement('dialog');
  readonly #title = document.createElement('h2');
  readonly #buttons = document.createElement('footer');
  #content: HTMLElement | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(modalStyle);
    root.adoptedStyleSheets = [style];
    const close = document.createElement('button');
    close.textContent = '✕';
    close.ariaLabel = 'Close';
    close.addEventListener('click', () => void this.hide());
    const head = document.createElement('header');
    head.append(this.#title, close);
    const body = document.createElement('section');
    body.append(document.createElement('slot'));
    this.#dialog.append(head, body, this.#buttons);
    this.#dialog.addEventListener('close', () => this.#closed());
    root.append(this.#dialog);
  }

  /** Where React puts what belongs into the modal. */
  get content(): HTMLElement {
    if (!this.#content) {
      this.#content = document.createElement('div');
      this.append(this.#content);
    }
    return this.#content;
  }

  async show(): Promise<void> {
    if (this.#dialog.open || !this.isConnected) return;
    this.redraw();
    this.#dialog.className = this.getAttribute('variant') ?? 'base';
    this.#dialog.showModal();
    tell({ type: 'modal', open: true });
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    this.#dialog.close();
  }

  async toggle(): Promise<void> {
    return this.#dialog.open ? this.hide() : this.show();
  }

  disconnectedCallback(): void {
    if (this.#dialog.open) this.#closed();
  }

  #closed(): void {
    tell({ type: 'modal', open: false });
    this.dispatchEvent(new Event('hide'));
  }

  /** Its ui-title-bar says the heading and the buttons. */
  redraw(): void {
    const bar = this.querySelector('ui-title-bar');
    this.#title.textContent = bar?.getAttribute('title') ?? '';
    this.#dialog.ariaLabel = this.#title.textContent;
    const actions = bar ? actionsIn(bar) : [];
    this.#buttons.hidden = actions.length === 0;
    this.#buttons.replaceChildren(
      ...actions.map(({ id, label, kind, critical, disabled, loading }) => {
        const button = document.createElement('button');
        button.textContent = loading ? `${label}…` : label;
        button.className = `${kind}${critical ? ' critical' : ''}`;
        button.disabled = disabled || loading;
        button.addEventListener('click', () => press(id));
        return button;
      }),
    );
  }
}

function modalOf(id: string): Modal {
  const found = document.getElementById(id);
  if (found instanceof Modal) return found;
  throw new Error(`There is no ui-modal with the id ${id}`);
}

export const modal: ShopifyGlobal['modal'] = {
  show: async (id) => modalOf(id).show(),
  hide: async (id) => modalOf(id).hide(),
  toggle: async (id) => modalOf(id).toggle(),
};
