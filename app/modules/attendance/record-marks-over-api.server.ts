import type { ApiClient } from "#app/modules/api/api-client.ts";
import type { ApiCheckIn } from "#app/modules/api/event-schemas.ts";
import type { MarkAnswered } from "./mark.ts";
import { recordMarks } from "./record-marks.server.ts";

/** Programs have no device of their own: all that they send counts as one. */
const NO_DEVICE = "00000000-0000-4000-8000-000000000000";

/** Keeps what another program saw at a gate, as {@link recordMarks} does; null where there is no such event. */
export function recordMarksOverApi(
  eventId: number,
  { marks, gate }: ApiCheckIn,
  client: ApiClient,
): Promise<MarkAnswered[] | null> {
  return recordMarks({
    eventId,
    by: { apiClientId: client.id },
    marks: marks.map((mark) => ({
      id: mark.id,
      kind: mark.kind,
      registrationId: null,
      personId: mark.person_id ?? null,
      undoes: null,
      seen: mark.code,
      people: mark.person_id ? 0 : mark.people,
      at: mark.at,
      gate,
      device: NO_DEVICE,
    })),
  });
}
