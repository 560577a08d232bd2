import { type Call, form, get, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);

const NO_UPLOAD = "00000000-0000-4000-8000-000000000000";

/** Albums of events, for whoever keeps them. */
export const ALBUMS_ADMIN_ACCESS: Record<string, Call[]> = {
  "routes/albums/admin/events.$id.album": [
    get(({ event }) => `/admin/events/${event.id}/album`, keepers(200)),
    get("/admin/events/999999/album", keepers(404), "none of that number"),
    post(({ event }) => `/admin/events/${event.id}/album`, form({}), keepers(400)),
    post(
      ({ event }) => `/admin/events/${event.id}/album`,
      form({ intent: "remove" }),
      keepers(409),
      "no picture",
    ),
  ],
  "routes/albums/admin/events.$id.album_.files": [
    get(({ event }) => `/admin/events/${event.id}/album/files`, keepers(200)),
    // Without the protocol's header it is no upload.
    post(({ event }) => `/admin/events/${event.id}/album/files`, form({}), keepers(412)),
  ],
  "routes/albums/admin/events.$id.album_.files_.$upload": [
    get(({ event }) => `/admin/events/${event.id}/album/files/${NO_UPLOAD}`, keepers(405)),
    post(
      ({ event }) => `/admin/events/${event.id}/album/files/${NO_UPLOAD}`,
      form({}),
      keepers(405),
    ),
  ],
  "routes/albums/admin/events.$id.album_.pictures.$picture.$size": [
    get(
      ({ event }) => `/admin/events/${event.id}/album/pictures/999999/small`,
      keepers(404),
      "none of that number",
    ),
  ],
};
