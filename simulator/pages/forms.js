// Sends each form[data-call] as JSON to the simulator, shows that it is busy, and says in words what failed.
'use strict';

function valueOf(field) {
  const kind = field.dataset.kind;
  if (field.type === 'checkbox') return field.checked;
  if (field.value.trim() === '') return undefined;
  if (kind === 'number' || field.type === 'number') return Number(field.value);
  if (kind === 'boolean') return field.value === 'true';
  if (kind === 'list')
    return field.value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  return field.value.trim();
}

function bodyOf(form, button) {
  const body = button?.name ? { [button.name]: button.value } : {};
  for (const field of form.elements) {
    if (field.type === 'submit') continue;
    const value = field.name || field.dataset.sku ? valueOf(field) : undefined;
    if (value === undefined) continue;
    if (field.dataset.sku) {
      if (value > 0) (body.lines ??= []).push({ sku: field.dataset.sku, quantity: value });
    } else {
      body[field.name] = value;
    }
  }
  return body;
}

function say(form, text, state) {
  const message = form.querySelector('.form-message');
  if (!message) return;
  message.textContent = text;
  message.className = `form-message ${state}`;
  message.hidden = text === '';
}

function explain(reply, text) {
  try {
    const { error, message, errors } = JSON.parse(text);
    const reason = error ?? message ?? errors;
    if (reason)
      return typeof reason === 'string' ? reason : (reason.message ?? JSON.stringify(reason));
  } catch {
    // not JSON: the text itself is the reason
  }
  return text.slice(0, 300) || `The simulator answered ${reply.status}.`;
}

async function send(form, button) {
  const reply = await fetch(form.dataset.call, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(form, button)),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(explain(reply, text));
  const answer = text ? JSON.parse(text) : {};
  if (answer.impatient) {
    sessionStorage.setItem(
      'notice',
      'Holdfast was away or busy for too long, and time went on without it. Is it running?',
    );
  }
  if (form.dataset.then === 'reload') return location.reload();
  location.assign(
    form.dataset.then.replace(/\{(\w+)\}/g, (_all, name) =>
      encodeURIComponent(
        String(answer[name] ?? '')
          .split('/')
          .at(-1),
      ),
    ),
  );
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.dataset.call) return;
  event.preventDefault();
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  if (form.dataset.needsLines !== undefined && !bodyOf(form).lines) {
    return say(form, 'Choose a quantity of at least one product.', 'failed');
  }
  const buttons = [...document.querySelectorAll('button')].filter((button) => !button.disabled);
  buttons.forEach((button) => (button.disabled = true));
  say(form, form.dataset.busy, 'busy');
  send(form, event.submitter).catch((error) => {
    const lost = error instanceof TypeError;
    say(
      form,
      lost ? 'The simulator does not answer. Is it still running?' : error.message,
      'failed',
    );
    buttons.forEach((button) => (button.disabled = false));
  });
});

const notice = sessionStorage.getItem('notice');
if (notice) {
  sessionStorage.removeItem('notice');
  const words = document.createElement('p');
  words.className = 'notice bad';
  words.setAttribute('role', 'alert');
  words.textContent = notice;
  document.querySelector('main')?.prepend(words);
}
