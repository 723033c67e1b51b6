import { SaveBar } from './save-bar';

/** `<form data-save-bar>`: the bar comes with the first change; its buttons submit and reset the form. */
export function watchForms(): void {
  const bars = new WeakMap<HTMLFormElement, SaveBar>();
  const formOf = (event: Event): HTMLFormElement | null =>
    event.target instanceof Element ? event.target.closest('form[data-save-bar]') : null;
  const changed = (event: Event): void => {
    const form = formOf(event);
    if (form) void barFor(form, bars).show();
  };
  const done = (event: Event): void => {
    const form = formOf(event);
    if (form) void bars.get(form)?.hide();
  };
  document.addEventListener('input', changed);
  document.addEventListener('change', changed);
  document.addEventListener('submit', done);
  document.addEventListener('reset', done);
}

function barFor(form: HTMLFormElement, bars: WeakMap<HTMLFormElement, SaveBar>): SaveBar {
  const known = bars.get(form);
  if (known) return known;
  const bar = new SaveBar();
  bar.discardConfirmation = form.hasAttribute('data-discard-confirmation');
  const save = document.createElement('button');
  save.setAttribute('variant', 'primary');
  save.textContent = 'Save';
  save.addEventListener('click', () => form.requestSubmit());
  const discard = document.createElement('button');
  discard.textContent = 'Discard';
  discard.addEventListener('click', () => form.reset());
  bar.append(save, discard);
  bars.set(form, bar);
  return bar;
}
