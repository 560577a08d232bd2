import { openApi } from "#app/modules/api/openapi.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { methodNotAllowed } from "#app/routes/shell/api-request.server.ts";

/** Open to everybody: the API's description, which holds nothing that is anybody's. */
export function loader() {
  return new Response(JSON.stringify(openApi(appOrigin())), {
    headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" },
  });
}

export function action() {
  return methodNotAllowed("GET, HEAD");
}
