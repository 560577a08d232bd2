import { apiScopes, isApiScope } from "../app/modules/api/api-client.ts";
import {
  createApiClient,
  listApiClients,
  revokeApiClient,
} from "../app/modules/api/api-clients.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Makes, lists and ends the keys of programs that call the API.
const USAGE = `npm run api-key -- create NAME SCOPE…   make a key; it is shown once
npm run api-key -- list                 show who has one
npm run api-key -- revoke ID            end a key at once

Scopes: ${apiScopes.join(", ")}`;

const [act, first, ...rest] = process.argv.slice(2);
const platform = await startPlatform();
try {
  if (act === "create" && first && rest.length > 0 && rest.every(isApiScope)) {
    const { id, key } = await createApiClient(first, rest.filter(isApiScope));
    console.log(`Client ${id}. Its key, which is not shown again:\n${key}`);
  } else if (act === "list" && !first) {
    for (const { id, name, keyHint, scopes, revokedAt, lastUsedAt } of await listApiClients()) {
      const state = revokedAt ? "ended" : `last used ${lastUsedAt?.toISOString() ?? "never"}`;
      console.log([id, name, keyHint, scopes.join(" "), state].join("  "));
    }
  } else if (act === "revoke" && first && rest.length === 0) {
    const id = Number(first);
    const ended = Number.isSafeInteger(id) && (await revokeApiClient(id));
    console.log(ended ? `The key of client ${id} has ended.` : `No such client: ${first}`);
    if (!ended) process.exitCode = 1;
  } else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} finally {
  await platform.stop();
}
