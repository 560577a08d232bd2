import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Feature } from "#app/modules/feature.ts";

export const eventDecisionsFeature: Feature = {
  waiting: [
    {
      name: "undecidedEvents",
      permission: "events.keep",
      kind: "queue",
      page: "/admin/events",
      // Those whose hour has come: whoever would set off has been promised to know by now.
      find: () => Prisma.sql`
        select jsonb_strip_nulls(jsonb_build_object('count', count(*), 'oldest', min(wait.decide_by),
          'page', case when count(*) = 1 then '/admin/events/' || min(event.id) || '/weather' end))
        from event_wait wait join event on event.id = wait.event_id
          and event.starts_at = wait.starts_at and event.state = 'published'
        where wait.settled is null and wait.decide_by <= now() and event.ends_at > now()`,
    },
  ],
};
