import { problem } from "#app/modules/api/problem.ts";
import { refuse } from "#app/routes/shell/api-request.server.ts";

/** Open to everybody: says that the API has nothing at an address, in the way programs read. */
export function loader() {
  return refuse(problem("no-such-resource"));
}

export const action = loader;
