import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { CODE_PURPOSES } from "./codes.server.ts";
import { eraseSessions } from "./erase-sessions.server.ts";
import { sendCode } from "./send-code.server.ts";
import { sweepAuth } from "./sweep-auth.server.ts";

const SendCode = z.object({
  email: z.string(),
  purpose: z.enum(CODE_PURPOSES),
  locale: z.enum(LOCALES),
});

export const authFeature: Feature = {
  tasks: {
    "send-code": (payload) => sendCode(db(), SendCode.parse(payload)),
  },
  sweeps: [sweepAuth],
  erasure: {
    erase: eraseSessions,
    remains: Prisma.sql`exists (select from session where person_id = person.id)`,
  },
};
