import { figureIn } from "#app/routes/shell/page-address.server.ts";

/** Which pictures of an album an address asks for. */
export const albumPartIn = (request: Request) => ({
  onlyOurs: new URL(request.url).searchParams.has("ours"),
  from: figureIn(request, "from") || null,
});
