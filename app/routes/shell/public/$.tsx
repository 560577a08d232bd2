/** Open to everybody: an address that leads nowhere, said inside the site's frame. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}
