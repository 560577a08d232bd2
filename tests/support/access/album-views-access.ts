import { type Call, everybody, form, get, members, only, post } from "./calls.ts";

const keepers = (outcome: Parameters<typeof only>[1]) => only(["events", "admin"], outcome);
const mine = (of: string) => `/my/albums/${of}`;
const NO_TOKEN = "A".repeat(43);

/** Albums as families see them: for members whose party came, and for whoever has an address that one of them shares. */
export const ALBUM_VIEWS_ACCESS: Record<string, Call[]> = {
  "routes/albums/my/albums": [get("/my/albums", members(200))],
  "routes/albums/my/albums._index": [get("/my/albums", members(200))],
  "routes/albums/my/albums.$slug": [
    get(({ albumView }) => mine(albumView.slug), members(200)),
    get(
      ({ albumView }) => mine(albumView.othersSlug),
      members(404),
      "of an event they were not at",
    ),
    post(({ albumView }) => mine(albumView.slug), form({}), members(400)),
    post(
      ({ albumView }) => mine(albumView.othersSlug),
      form({ intent: "share", what: "all" }),
      members(404),
      "sharing another’s",
    ),
    post(
      ({ albumView }) => mine(albumView.slug),
      ({ albumView }) =>
        new URLSearchParams({ intent: "end", link: String(albumView.othersLinkId) }),
      members(404),
      "another’s address",
    ),
  ],
  "routes/albums/my/albums.$slug_.$picture": [
    get(({ albumView }) => `${mine(albumView.slug)}/${albumView.pictureId}`, members(200)),
    get(({ albumView }) => `${mine(albumView.slug)}/${albumView.hiddenId}`, members(404), "hidden"),
    get(
      ({ albumView }) => `${mine(albumView.slug)}/${albumView.othersPictureId}`,
      members(404),
      "of another album",
    ),
    post(
      ({ albumView }) => `${mine(albumView.slug)}/${albumView.pictureId}`,
      form({}),
      members(400),
    ),
    post(
      ({ albumView }) => `${mine(albumView.othersSlug)}/${albumView.othersPictureId}`,
      form({ intent: "hide" }),
      members(404),
      "of another album",
    ),
  ],
  "routes/albums/my/albums.$slug_.pictures.$id.$size": [
    get(
      ({ albumView }) => `${mine(albumView.slug)}/pictures/${albumView.pictureId}/small`,
      members(200),
    ),
    get(
      ({ albumView }) => `${mine(albumView.slug)}/pictures/${albumView.hiddenId}/small`,
      members(404),
      "hidden",
    ),
    get(
      ({ albumView }) =>
        `${mine(albumView.othersSlug)}/pictures/${albumView.othersPictureId}/large`,
      members(404),
      "of another album",
    ),
  ],
  "routes/albums/my/albums.$slug_.archive[.]zip": [
    get(({ albumView }) => `${mine(albumView.slug)}/archive.zip`, members(200)),
    get(({ albumView }) => `${mine(albumView.othersSlug)}/archive.zip`, members(404), "another’s"),
  ],
  "routes/albums/public/albums.$token": [
    get(({ albumView }) => `/albums/${albumView.token}`, everybody(200)),
    get(`/albums/${NO_TOKEN}`, everybody(404), "no address of ours"),
  ],
  "routes/albums/public/albums.$token_.$picture": [
    get(({ albumView }) => `/albums/${albumView.token}/${albumView.pictureId}`, everybody(200)),
    get(
      ({ albumView }) => `/albums/${albumView.token}/${albumView.hiddenId}`,
      everybody(404),
      "hidden",
    ),
  ],
  "routes/albums/open/albums.$token.pictures.$id.$size": [
    get(
      ({ albumView }) => `/albums/${albumView.token}/pictures/${albumView.pictureId}/small`,
      everybody(200),
    ),
    get(
      ({ albumView }) => `/albums/${albumView.token}/pictures/${albumView.hiddenId}/small`,
      everybody(404),
      "hidden",
    ),
    get(
      ({ albumView }) => `/albums/${albumView.token}/pictures/${albumView.othersPictureId}/small`,
      everybody(404),
      "of another album",
    ),
  ],
  "routes/albums/admin/events.$id_.album-preview": [
    get(({ albumView }) => `/admin/events/${albumView.eventId}/album-preview`, keepers(200)),
    get("/admin/events/999999/album-preview", keepers(404), "no such event"),
  ],
  "routes/albums/admin/events.$id_.album-preview_.pictures.$picture.$size": [
    get(
      ({ albumView }) =>
        `/admin/events/${albumView.eventId}/album-preview/pictures/${albumView.pictureId}/small`,
      keepers(200),
    ),
    get(
      ({ albumView }) =>
        `/admin/events/${albumView.eventId}/album-preview/pictures/${albumView.hiddenId}/small`,
      keepers(404),
      "hidden",
    ),
  ],
  "routes/albums/admin/albums.objections": [
    get("/admin/albums/objections", keepers(200)),
    post("/admin/albums/objections", form({}), keepers(400)),
    post(
      "/admin/albums/objections",
      form({ objection: "999999", answer: "granted" }),
      keepers(409),
      "what nobody said",
    ),
  ],
  "routes/albums/admin/albums.objections_.$id.picture": [
    get(
      ({ albumView }) => `/admin/albums/objections/${albumView.objectionId}/picture`,
      keepers(200),
    ),
    get("/admin/albums/objections/999999/picture", keepers(404), "what nobody said"),
  ],
};
