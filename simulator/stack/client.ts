/** The simulator's control API: JSON in, JSON out; anything but 2xx is an error with what was answered. */
export interface SimulatorClient {
  readonly url: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
}

async function read<T>(method: string, url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  const value: T = JSON.parse(text);
  return value;
}

export function simulatorClient(url: string): SimulatorClient {
  return {
    url,
    get: (path) => read('GET', `${url}${path}`),
    post: (path, body = {}) => read('POST', `${url}${path}`, body),
  };
}
