import { words } from './format';
import { html } from './html';
import { callForm } from './parts';

const option = (value: string, label = words(value)) =>
  html`<option value="${value}">${label}</option>`;

export const openForm = callForm(
  '/_sim/shops',
  html`
    <label>
      Address
      <input
        name="shop"
        required
        placeholder="my-store.myshopify.com"
        pattern="[a-z0-9][a-z0-9\\-]*\\.myshopify\\.com"
        title="small letters, digits and hyphens, then .myshopify.com"
      />
    </label>
    <label>
      When the shop takes the money
      <select name="captureMode">
        ${option('manual', 'By hand, or by Holdfast')} ${option('checkout', 'At checkout')}
        ${option('on-fulfillment', 'When the whole order is fulfilled')}
        ${option('per-fulfillment', 'With each fulfillment')}
      </select>
    </label>
    <div class="pair">
      <label
        >Plan
        <select name="plan">
          ${['basic', 'advanced', 'plus'].map((plan) => option(plan))}
        </select></label
      >
      <label
        >Currency
        <select name="currency">
          ${['USD', 'EUR', 'GBP', 'CAD'].map((code) => option(code, code))}
        </select></label
      >
    </div>
    <label>
      Time zone
      <select name="timezone">
        ${['America/New_York', 'America/Los_Angeles', 'Europe/London', 'Europe/Berlin', 'UTC'].map((zone) => option(zone, zone))}
      </select>
    </label>
    <button class="primary">Open the store</button>
  `,
  { busy: 'Opening the store and installing Holdfast…' },
);
