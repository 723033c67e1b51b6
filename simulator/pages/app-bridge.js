// A small stand-in for Shopify's App Bridge: session tokens for the embedded app, and little else.
'use strict';
(() => {
  const script = document.currentScript;
  const query = new URLSearchParams(location.search);
  const apiKeyTag = document.querySelector('meta[name="shopify-api-key"]');

  // The address loses its parameters when the app navigates: keep them for the life of the frame.
  const remembered = (name) => {
    const given = query.get(name);
    if (given) sessionStorage.setItem(`simulator-${name}`, given);
    return given ?? sessionStorage.getItem(`simulator-${name}`) ?? '';
  };
  const config = {
    apiKey: script?.dataset.apiKey ?? apiKeyTag?.content ?? '',
    shop: remembered('shop'),
    host: remembered('host'),
    locale: remembered('locale') || 'en',
  };

  const plainFetch = window.fetch.bind(window);

  async function idToken() {
    const reply = await plainFetch('/_sim/session-token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shop: config.shop }),
    });
    if (!reply.ok) throw new Error(`The simulator gave no session token (${reply.status})`);
    return (await reply.json()).token;
  }

  const isOurs = (request) => new URL(request.url).origin === location.origin;

  async function withToken(request) {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${await idToken()}`);
    return new Request(request, { headers });
  }

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isOurs(request) || request.headers.has('authorization')) return plainFetch(request);
    const again = request.clone();
    const reply = await plainFetch(await withToken(request));
    const refused =
      reply.status === 401 && reply.headers.has('x-shopify-retry-invalid-session-request');
    const answer = refused ? await plainFetch(await withToken(again)) : reply;
    const elsewhere = answer.headers.get('x-shopify-api-request-failure-reauthorize-url');
    if (elsewhere) window.open(new URL(elsewhere, location.href), '_top');
    return answer;
  };

  const nothing = async () => undefined;
  window.shopify = {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { embedded: window.top !== window, mobile: false, pos: false },
    idToken,
    loading: () => undefined,
    user: nothing,
    toast: { show: (message) => console.info(`Toast: ${message}`), hide: () => undefined },
    modal: { show: nothing, hide: nothing, toggle: nothing },
    saveBar: { show: nothing, hide: nothing, toggle: nothing, leaveConfirmation: nothing },
    resourcePicker: nothing,
  };

  // shopify-app-remix's bounce page waits for a document reload with a fresh token.
  const reload = query.get('shopify-reload');
  if (reload) {
    void idToken().then((token) => {
      const target = new URL(reload, location.href);
      if (target.origin !== location.origin) return;
      target.searchParams.set('id_token', token);
      location.replace(target);
    });
  }
})();
