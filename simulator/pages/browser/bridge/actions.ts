import type { Action } from '../messages';
import { newId } from './wire';

const ids = new WeakMap<Element, string>();
const elements = new Map<string, WeakRef<HTMLElement>>();

function idOf(element: HTMLElement): string {
  const known = ids.get(element);
  if (known !== undefined) return known;
  const id = newId();
  ids.set(element, id);
  elements.set(id, new WeakRef(element));
  return id;
}

const switchedOn = (element: Element, name: string): boolean => {
  const value = element.getAttribute(name);
  return value !== null && value !== 'false';
};

export function actionOf(element: HTMLElement): Action {
  const variant = element.getAttribute('variant');
  return {
    id: idOf(element),
    label: element.textContent?.trim() ?? '',
    kind: variant === 'primary' || variant === 'breadcrumb' ? variant : 'plain',
    critical: element.getAttribute('tone') === 'critical',
    disabled: switchedOn(element, 'disabled'),
    loading: switchedOn(element, 'loading'),
  };
}

export const actionsIn = (bar: Element): Action[] =>
  [...bar.querySelectorAll<HTMLElement>('button, a')].map(actionOf);

/** Somebody has pressed it in the admin's bar. */
export function press(id: string): void {
  elements.get(id)?.deref()?.click();
}
