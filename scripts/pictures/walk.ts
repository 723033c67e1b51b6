/*
 * Runs inside a page: what a person finds there, line by line. An element is its name, its classes and the words that
 * are not text; neither sizes nor ids nor addresses are in it, since they change from machine to machine. One function
 * without inner ones: it is sent to the browser as its own text.
 */
export function walk(): string[] {
  const lines: string[] = [];
  const all = document.createTreeWalker(document.body);
  for (let node: Node | null = document.body; node !== null; node = all.nextNode()) {
    if (node instanceof HTMLElement && node.checkVisibility({ visibilityProperty: true })) {
      const words = ['role', 'aria-label', 'aria-current', 'placeholder', 'type', 'alt', 'title']
        .map((name) => [name, node instanceof HTMLElement ? node.getAttribute(name) : null])
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}=${value}`);
      lines.push([node.localName, ...node.classList, ...words].join(' '));
      // Where no script runs, styles are as they were written: those of a letter.
      if (document.scripts.length === 0) lines.push(node.getAttribute('style') ?? '');
      if (node instanceof HTMLInputElement && node.type !== 'hidden')
        lines.push(`${node.checked} ${node.disabled} ${node.value}`);
    } else if (node.nodeType === Node.TEXT_NODE && node.parentElement?.checkVisibility()) {
      const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      lines.push(words.replace(/https?:\S+/g, '(an address)'));
    }
  }
  return lines.filter((line) => line !== '');
}
