/* A form's fields as the JSON of a call; what is left empty is left out. */

type Value = string | number | boolean | string[];
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

function valueOf(field: Field): Value | undefined {
  const kind = field.dataset['kind'];
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked;
  const text = field.value.trim();
  if (text === '') return undefined;
  if (kind === 'number' || field.type === 'number') return Number(text);
  if (kind === 'boolean') return text === 'true';
  if (kind === 'list')
    return text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  return text;
}

export function bodyOf(form: HTMLFormElement, button: HTMLElement | null): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  if (button instanceof HTMLButtonElement && button.name) body[button.name] = button.value;
  const lines: { sku: string; quantity: number }[] = [];
  for (const field of [...form.elements].filter(isField)) {
    const value = valueOf(field);
    const sku = field.dataset['sku'];
    if (sku !== undefined) {
      if (typeof value === 'number' && value > 0) lines.push({ sku, quantity: value });
    } else if (value !== undefined && field.name) body[field.name] = value;
  }
  return lines.length > 0 ? { ...body, lines } : body;
}
