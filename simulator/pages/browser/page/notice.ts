const KEY = 'simulator-notice';

/** For the next page: this one is about to go. */
export const keepNotice = (text: string): void => sessionStorage.setItem(KEY, text);

export function showNotice(): void {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return;
  sessionStorage.removeItem(KEY);
  const words = document.createElement('p');
  words.className = 'notice bad';
  words.setAttribute('role', 'alert');
  words.textContent = text;
  document.querySelector('main')?.prepend(words);
}
