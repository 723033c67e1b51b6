import type { FromApp } from '../messages';
import { element, tellApp } from './pipe';

/** The app's question, asked by the admin; Escape means no. */
export function ask(question: FromApp & { type: 'confirm' }): void {
  const dialog = element<HTMLDialogElement>('dialog');
  element('dialog-title').textContent = question.title;
  element('dialog-text').textContent = question.text;
  element('dialog-yes').textContent = question.yes;
  dialog.returnValue = '';
  dialog.addEventListener(
    'close',
    () => tellApp({ type: 'confirmed', id: question.id, yes: dialog.returnValue === 'yes' }),
    { once: true },
  );
  dialog.showModal();
}
