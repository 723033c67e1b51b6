import { followApp, mayLeave, navigateInApp } from './frame/address';
import { drawNav, drawSaveBar, drawTitle, setLoading } from './frame/bars';
import { ask } from './frame/dialog';
import { element, hearApp } from './frame/pipe';
import { dropToast, showToast } from './frame/toasts';
import type { FromApp } from './messages';

/* The admin around the app: draws what the app's App Bridge tells, and tells it what a person does. */

function obey(message: FromApp): void {
  element('skeleton').hidden = true;
  switch (message.type) {
    case 'address':
      return followApp(message.path);
    case 'nav':
      return drawNav(message.links);
    case 'title':
      return drawTitle(message.title, message.actions);
    case 'save-bar':
      return drawSaveBar(message);
    case 'toast-show':
      return showToast(message);
    case 'toast-hide':
      return dropToast(message.id);
    case 'modal':
      return void document.body.classList.toggle('dimmed', message.open);
    case 'loading':
      return setLoading(message.on);
    case 'confirm':
      return void ask(message);
    case 'go':
      return navigateInApp(message.href, true);
  }
}

hearApp(obey);
const frame = element<HTMLIFrameElement>('app');
frame.addEventListener('load', () => {
  element('skeleton').hidden = true;
  document.body.classList.remove('dimmed');
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.dataset['inApp'] !== undefined) {
    event.preventDefault();
    navigateInApp(link.href, false);
  } else if (!mayLeave()) event.preventDefault();
});
