import type { Action, FromApp, NavLink } from '../messages';
import { adminBase, element, tellApp } from './pipe';

function button(action: Action, look: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = action.label;
  made.className = `${look}${action.critical ? ' danger' : ''}`;
  made.disabled = action.disabled || action.loading;
  if (action.loading) made.ariaBusy = 'true';
  made.addEventListener('click', () => tellApp({ type: 'press', id: action.id }));
  return made;
}

export function drawTitle(title: string, actions: readonly Action[]): void {
  element('page-title').textContent = title;
  element('app-name').classList.toggle('crumb', title !== '');
  const back = actions.find(({ kind }) => kind === 'breadcrumb');
  element('title-back').replaceChildren(...(back ? [button({ ...back, label: '←' }, 'back')] : []));
  const shown = actions.filter(({ kind }) => kind !== 'breadcrumb').toReversed();
  element('title-actions').replaceChildren(
    ...shown.map((action) => button(action, action.kind === 'primary' ? 'primary' : '')),
  );
}

let appPath = '/app';

export function drawNav(links: readonly NavLink[]): void {
  element('app-nav').replaceChildren(
    ...links.map(({ href, label }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${adminBase}${href.replace(/^\/app(?=[/?#]|$)/, '')}`;
      link.textContent = label;
      link.dataset['inApp'] = '';
      link.dataset['path'] = href;
      item.append(link);
      return item;
    }),
  );
  markNav(appPath);
}

/** The link with the longest address that the app's address begins with is the current one. */
export function markNav(path: string): void {
  appPath = path;
  const here = path.replace(/[?#].*$/, '');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-path]')];
  const fits = (link: HTMLAnchorElement): boolean => {
    const own = link.dataset['path'] ?? '';
    return here === own || here.startsWith(`${own}/`);
  };
  const best = links
    .filter(fits)
    .toSorted((a, b) => (b.dataset['path'] ?? '').length - (a.dataset['path'] ?? '').length)[0];
  for (const link of links) link.ariaCurrent = link === best ? 'page' : null;
}

export const saveBarIsShown = (): boolean => !element('save-bar').hidden;

export function drawSaveBar(bar: FromApp & { type: 'save-bar' }): void {
  element('save-bar').hidden = !bar.shown;
  const discard =
    bar.discard && button({ ...bar.discard, label: bar.discard.label || 'Discard' }, '');
  const save = bar.save && button({ ...bar.save, label: bar.save.label || 'Save' }, 'primary');
  element('save-bar-actions').replaceChildren(...[discard, save].filter((one) => one !== null));
}

export function shakeSaveBar(): void {
  const bar = element('save-bar');
  bar.classList.remove('shake');
  void bar.offsetWidth;
  bar.classList.add('shake');
  element('save-bar-text').textContent = 'Save or discard your changes first';
}

export function setLoading(on: boolean): void {
  element('loading').hidden = !on;
}
