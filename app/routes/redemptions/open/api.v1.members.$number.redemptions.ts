import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redemptionRequest } from "#app/modules/api/gift-schemas.ts";
import { problem } from "#app/modules/api/problem.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import {
  loadApiRedemptions,
  loadApiRedemptionsOf,
} from "#app/modules/redemptions/load-api-redemptions.server.ts";
import { redeemOverApi } from "#app/modules/redemptions/redemptions-over-api.server.ts";
import { db } from "#app/platform/db.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { readIdempotencyKey, respondOnce } from "#app/routes/shell/api-once.server.ts";
import {
  answer,
  forClient,
  methodNotAllowed,
  readValid,
  refuse,
} from "#app/routes/shell/api-request.server.ts";
import { refusedGift } from "../parts/api-refusal.server.ts";

const LISTED = 50;

/** Clients with `redemptions:read`: what a member took, the newest first. `?before=` goes on behind one. */
export async function loader(call: LoaderFunctionArgs) {
  return forClient(call, "redemptions:read", async (client) => {
    const member = await theMember(call.params.number);
    const before = OptionalRowId.parse(new URL(call.request.url).searchParams.get("before"));
    const page = { before, limit: LISTED };
    return answer(await loadApiRedemptions(db(), member.id, page, client));
  });
}

/** Clients with `redemptions:write`: takes gifts for a member. */
export async function action(call: ActionFunctionArgs) {
  if (call.request.method !== "POST") return methodNotAllowed("GET, HEAD, POST");
  return forClient(call, "redemptions:write", async (client) => {
    const key = readIdempotencyKey(call.request);
    const sent = await readValid(call.request, redemptionRequest);
    const member = await theMember(call.params.number);
    const content = `redemptions ${member.number} ${JSON.stringify(sent)}`;
    return respondOnce(client, { key, content }, async (tx) => {
      const taken = await redeemOverApi(tx, sent, { client, key, member });
      if (!taken.ok) {
        const refused = refusedGift(taken);
        return { status: refused.status, body: JSON.stringify(refused), keep: false };
      }
      const redemptions = await loadApiRedemptionsOf(tx, taken.redemptionIds, client);
      return { status: 200, body: JSON.stringify({ redemptions }), keep: true };
    });
  });
}

async function theMember(typed = "") {
  const number = readMemberNumber(typed);
  const member = number === null ? null : await findOpenMember(db(), number);
  if (!member) throw refuse(problem("no-such-member"));
  return member;
}
