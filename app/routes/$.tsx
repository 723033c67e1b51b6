/** Whatever isn't ours: not found. Without this route React Router would write the whole address to the console. */
export function loader(): never {
  throw new Response('Not found', { status: 404 });
}

export default function NotFound() {
  return null;
}
