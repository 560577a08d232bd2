import { z } from "zod";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";
import { reverseImport } from "./reverse-import.server.ts";
import { runImport } from "./run-import.server.ts";
import { sweepUploads } from "./sweep-uploads.server.ts";

const OneImport = z.object({ importId: z.int() });

export const importsFeature: Feature = {
  tasks: {
    "run-import": (payload, job, { fileKinds }) =>
      runImport(OneImport.parse(payload).importId, job, fileKinds),
    "reverse-import": (payload, job, { fileKinds }) =>
      reverseImport(OneImport.parse(payload).importId, job, fileKinds),
  },
  sweeps: [sweepUploads],
  waiting: [
    {
      name: "rejected",
      permission: "imports.run",
      kind: "fault",
      page: "/admin/imports",
      find: () => Prisma.sql`
        select jsonb_build_object(
            'count', (counts -> 'outcomes' ->> 'rejected')::int,
            'page', '/admin/imports/' || id || '?outcome=rejected#rows',
            'values', jsonb_build_object('file', file_name))
        from import_run
        where created_at > now() - interval '7 days' and state = 'finished' and not dry_run
          and (reversal_state is null or reversal_state = 'failed')
          and (counts -> 'outcomes' ->> 'rejected')::int > 0
        order by created_at desc, id desc limit 1`,
    },
    {
      name: "imports",
      permission: "imports.run",
      kind: "progress",
      page: "/admin/imports",
      find: () => Prisma.sql`
        select jsonb_build_object('count', count(*)) from import_run
        where state in ('waiting', 'running')`,
    },
  ],
};
