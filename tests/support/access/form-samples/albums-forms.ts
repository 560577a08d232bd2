import { type FormSample, sample } from "./form-sample.ts";

export const ALBUMS_FORMS: FormSample[] = [
  sample("events", ({ event }) => `/admin/events/${event.id}/album`, {
    intent: "tag",
    picture: "1",
    who: "1.2",
  }),
  sample("events", ({ event }) => `/admin/events/${event.id}/album`, { intent: "publish" }),
  sample(
    "events",
    ({ event }) => `/admin/events/${event.id}/album/files`,
    { pictures: "not a file" },
    true,
  ),
  sample("silver", ({ albumView }) => `/my/albums/${albumView.slug}`, {
    intent: "share",
    what: "ours",
  }),
  sample("silver", ({ albumView }) => `/my/albums/${albumView.slug}`, { intent: "end", link: "1" }),
  sample("silver", ({ albumView }) => `/my/albums/${albumView.slug}/${albumView.pictureId}`, {
    intent: "not-us",
  }),
  sample("events", "/admin/albums/objections", { objection: "999999", answer: "granted" }),
];
