import { type FromApp, type FromFrame, open, seal } from '../messages';

export const embedded = window.parent !== window;

/** Nothing in these letters is a secret: session tokens never travel this way. */
export function tell(message: FromApp): void {
  if (embedded) window.parent.postMessage(seal(message), '*');
}

export function hear(listen: (message: FromFrame) => void): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    const message = open<FromFrame>(event.data);
    if (message) listen(message);
  });
}

let last = 0;
export const newId = (): string => `sim-${(last += 1)}`;

const answers = new Map<string, (yes: boolean) => void>();

/** Asked by the admin, since a browser does not let a framed page of another origin ask. */
export function askInFrame(title: string, text: string, yes: string): Promise<boolean> {
  if (!embedded) return Promise.resolve(window.confirm(text));
  const id = newId();
  tell({ type: 'confirm', id, title, text, yes });
  return new Promise((resolve) => answers.set(id, resolve));
}

export function answered(id: string, yes: boolean): void {
  answers.get(id)?.(yes);
  answers.delete(id);
}
