import { html, type Fragment, type Html } from './html';

export const empty = (text: Fragment): Html => html`<p class="empty">${text}</p>`;

export const heading = (title: string, lead?: Fragment): Html => html`
  <div class="heading">
    <h1>${title}</h1>
    ${lead ? html`<p class="lead">${lead}</p>` : ''}
  </div>
`;

/** A column whose heading starts with ">" holds numbers. */
export function table(columns: readonly string[], rows: readonly Html[]): Html {
  const cells = columns.map((column) =>
    column.startsWith('>')
      ? html`<th class="number">${column.slice(1)}</th>`
      : html`<th>${column}</th>`,
  );
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${cells}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A form that sends its fields as JSON to a call of the simulator; see browser/page/forms.ts. */
export const callForm = (call: string, fields: Fragment, options: CallOptions = {}): Html => html`
  <form
    class="${options.inline ? 'inline' : 'stacked'}"
    data-call="${call}"
    data-then="${options.then ?? 'reload'}"
    data-busy="${options.busy ?? 'Working…'}"
    ${options.method ? html`data-method="${options.method}"` : ''}
    ${options.settle ? html`data-settle="${options.settle}"` : ''}
    ${options.needsLines ? html`data-needs-lines` : ''}
    ${options.confirm ? html`data-confirm="${options.confirm}"` : ''}
  >
    ${fields}
    <p class="form-message" role="status" aria-live="polite" hidden></p>
  </form>
`;

export interface CallOptions {
  /** "reload", or an address in which {name} is replaced by the reply's field of that name. */
  readonly then?: string;
  readonly busy?: string;
  readonly method?: 'DELETE';
  /** How much time passes after the call, so that what follows from it can be seen; else none. */
  readonly settle?: string;
  readonly confirm?: string;
  readonly inline?: boolean;
  /** At least one quantity must be chosen. */
  readonly needsLines?: boolean;
}

export const hidden = (name: string, value: string, kind = 'text'): Html =>
  html`<input type="hidden" name="${name}" value="${value}" data-kind="${kind}" />`;
