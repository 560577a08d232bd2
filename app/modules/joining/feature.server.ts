import { z } from "zod";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { sendReferringCode } from "./ask-to-refer.server.ts";
import { eraseJoinings } from "./erase-joinings.server.ts";
import { sendJoiningCode } from "./send-joining-code.server.ts";
import { sweepJoinings } from "./sweep-joinings.server.ts";

const SendCode = z.object({ email: z.string(), locale: z.enum(LOCALES) });

export const joiningFeature: Feature = {
  tasks: {
    "send-joining-code": (payload) => sendJoiningCode(db(), SendCode.parse(payload)),
    "send-referring-code": (payload) => sendReferringCode(db(), SendCode.parse(payload)),
  },
  sweeps: [sweepJoinings],
  erasure: { erase: eraseJoinings },
};
