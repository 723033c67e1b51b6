/** A letter is as high as what it says: what it asks for must not hide below a second scroll bar. */
export function fitLetter(): void {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.letter');
  if (!frame) return;
  const fit = (): void => {
    const letter = frame.contentDocument?.documentElement;
    if (!letter) return;
    // Measured from nothing: a frame that is too high would keep its letter at its own height.
    frame.style.height = '0';
    frame.style.height = `${letter.scrollHeight + frame.offsetHeight - frame.clientHeight}px`;
  };
  frame.addEventListener('load', fit);
  window.addEventListener('resize', fit);
  fit();
}
