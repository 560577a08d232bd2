import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { db } from "#app/platform/db.server.ts";
import { eraseLetters } from "./erase-letters.server.ts";
import { exportTables } from "./export-tables.server.ts";
import { sendLetter } from "./send-letter.server.ts";
import { sweepLetters } from "./sweep-letters.server.ts";

const SendLetter = z.object({ mailId: z.int() });

export const lettersFeature: Feature = {
  tasks: {
    "send-letter": (payload, { lastAttempt }, { letterPictures }) =>
      sendLetter(db(), SendLetter.parse(payload).mailId, lastAttempt, letterPictures),
  },
  sweeps: [sweepLetters],
  exportTables,
  erasure: { erase: eraseLetters },
  waiting: [
    {
      name: "letters",
      permission: "mails.see",
      kind: "fault",
      page: "/admin/mails",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*)) from mail
        where state in ('failed', 'refused') and created_at > now() - interval '7 days'`,
    },
  ],
};
