import type { FromApp } from '../messages';
import { element, tellApp } from './pipe';

const shown = new Map<string, HTMLElement>();

export function showToast(toast: FromApp & { type: 'toast-show' }): void {
  const box = document.createElement('div');
  box.className = `toast${toast.isError ? ' error' : ''}`;
  const words = document.createElement('span');
  words.textContent = toast.message;
  box.append(words);
  if (toast.action !== null)
    box.append(
      pressable(toast.action, toast.action, () => tellApp({ type: 'toast-action', id: toast.id })),
    );
  box.append(pressable('✕', 'Dismiss', () => dropToast(toast.id)));
  shown.set(toast.id, box);
  element('toasts').append(box);
  setTimeout(() => dropToast(toast.id), toast.duration);
}

export function dropToast(id: string): void {
  const box = shown.get(id);
  if (!box) return;
  shown.delete(id);
  box.remove();
  tellApp({ type: 'toast-gone', id });
}

function pressable(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.ariaLabel = label;
  made.addEventListener('click', act);
  return made;
}
