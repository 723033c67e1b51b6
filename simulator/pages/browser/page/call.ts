/** One call of the simulator; what it refuses is an error in its own words. */
export async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const reply = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The simulator does not answer. Is it still running?');
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(reasonIn(text) || `The simulator answered ${reply.status}.`);
  return text ? JSON.parse(text) : {};
}

function reasonIn(text: string): string {
  try {
    const { error } = JSON.parse(text);
    if (typeof error === 'string') return error;
  } catch {
    // not JSON: the text itself is the reason
  }
  return text.slice(0, 300);
}
