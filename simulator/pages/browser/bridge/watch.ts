import type { FromApp, NavLink } from '../messages';
import { actionsIn } from './actions';
import { Modal } from './modal';
import { onSaveBarChange, saveBarSeen } from './save-bar';
import { tell } from './wire';

function linksSeen(): NavLink[] {
  const links = document.querySelectorAll('ui-nav-menu a, s-app-nav a, s-app-nav s-link');
  return [...links].flatMap((link) => {
    const href = link.getAttribute('href');
    // The link to the app's home is the app's own name in the admin.
    return href && link.getAttribute('rel') !== 'home'
      ? [{ href, label: link.textContent?.trim() ?? '' }]
      : [];
  });
}

function titleSeen(): FromApp {
  const bars = [...document.querySelectorAll('ui-title-bar')];
  const bar = bars.findLast((candidate) => !candidate.closest('ui-modal'));
  return {
    type: 'title',
    title: bar?.getAttribute('title') ?? '',
    actions: bar ? actionsIn(bar) : [],
  };
}

/** The admin draws these for the app, and hears whenever they have changed. */
export function watchElements(): void {
  const told = new Map<string, string>();
  const look = (): void => {
    const seen: FromApp[] = [{ type: 'nav', links: linksSeen() }, titleSeen(), saveBarSeen()];
    for (const message of seen) {
      const text = JSON.stringify(message);
      if (told.get(message.type) === text) continue;
      told.set(message.type, text);
      tell(message);
    }
  };
  onSaveBarChange(look);
  let planned = false;
  new MutationObserver((changes) => {
    for (const modal of document.querySelectorAll('ui-modal')) {
      const own = changes.some(({ target }) => modal.contains(target));
      if (own && modal instanceof Modal) modal.redraw();
    }
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      look();
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
}
