import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { keepUploaded } from "#app/modules/albums/keep-uploaded.server.ts";
import { findSent } from "#app/modules/albums/receive-upload.server.ts";
import { removePictures } from "#app/modules/albums/remove-pictures.server.ts";
import { sweepUploads } from "#app/modules/albums/sweep-uploads.server.ts";
import { takePlainForm } from "#app/modules/albums/take-plain-form.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readForm } from "#app/platform/http/multipart.server.ts";
import { PHOTO_BYTES } from "#app/platform/pictures.server.ts";
import { serveUpload } from "#app/routes/albums/parts/upload-request.server.ts";
import { aPhoto } from "../../support/albums.ts";
import { testDatabase } from "../../support/database.ts";
import { aPublishedEvent } from "../../support/events.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

type Of = { eventId: number; by: number };

beforeAll(() => ensureClub(db()));

async function anUploader(): Promise<Of> {
  const { eventId } = await aPublishedEvent();
  return { eventId, by: (await aPerson()).id };
}

const TUS = { "Tus-Resumable": "1.0.0" };
const base64 = (text: string) => Buffer.from(text).toString("base64");

const begin = ({ eventId, by }: Of, length: number, name = "IMG_0001.jpg") =>
  serveUpload(
    new Request("http://club.test/files", {
      method: "POST",
      headers: {
        ...TUS,
        "Upload-Length": String(length),
        "Upload-Metadata": `filename ${base64(name)},mark ${base64(`mark of ${name}`)}`,
      },
    }),
    { eventId, by },
    null,
  );

async function begun(of: Of, length: number, name?: string): Promise<string> {
  const answer = await begin(of, length, name);
  expect(answer.status).toBe(201);
  const location = String(answer.headers.get("Location"));
  expect(location).toMatch(new RegExp(`^/admin/events/${of.eventId}/album/files/[\\da-f-]{36}$`));
  return location.slice(-36);
}

const send = (of: Of, id: string, offset: number, body: Uint8Array | ReadableStream) =>
  serveUpload(
    new Request(`http://club.test/files/${id}`, {
      method: "POST",
      headers: {
        ...TUS,
        "X-HTTP-Method-Override": "PATCH",
        "Upload-Offset": String(offset),
        "Content-Type": "application/offset+octet-stream",
      },
      body,
      duplex: "half",
    } as RequestInit),
    of,
    id,
  );

const head = (of: Of, id: string) =>
  serveUpload(
    new Request(`http://club.test/files/${id}`, { method: "HEAD", headers: TUS }),
    of,
    id,
  );

const stateOf = async (id: string) =>
  (await db().albumUpload.findUniqueOrThrow({ where: { id } })).state;

/** Bytes as a network brings them, a hundred thousand at a time; the connection breaks at the end of them. */
const arriving = (bytes: Uint8Array, breaks = false) => {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const next = bytes.subarray(at, at + 100_000);
      at += next.length;
      if (next.length > 0) return controller.enqueue(next);
      if (!breaks) return controller.close();
      await sleep(50);
      controller.error(new Error("The connection broke."));
    },
  });
};

describe("a file that is sent in pieces", () => {
  test("goes on where a broken connection left it, and becomes one picture", async () => {
    const of = await anUploader();
    const photo = await aPhoto({ width: 900, height: 600 });
    const id = await begun(of, photo.length);
    const cut = Math.floor(photo.length / 2);
    expect((await send(of, id, 0, arriving(photo.subarray(0, cut), true))).status).toBe(400);
    await expect
      .poll(async () => (await head(of, id)).headers.get("Upload-Offset"))
      .toBe(String(cut));
    const asked = await head(of, id);
    expect(asked.headers.get("Upload-Length")).toBe(String(photo.length));
    expect(await stateOf(id)).toBe("sending");
    expect((await send(of, id, cut, photo.subarray(cut))).status).toBe(204);
    expect(await stateOf(id)).toBe("waiting");
    await keepUploaded(id, false);
    await keepUploaded(id, false);
    const upload = await db().albumUpload.findUniqueOrThrow({
      where: { id },
      include: { picture: true, pieces: true },
    });
    expect(upload).toMatchObject({ state: "kept", pieces: [] });
    expect(upload.picture).toMatchObject({ width: 900, height: 600, fileName: "IMG_0001.jpg" });
  });

  test("a large one is kept in pieces as it arrives", async () => {
    const of = await anUploader();
    const id = await begun(of, 5_000_000);
    const bytes = randomBytes(5_000_000);
    expect((await send(of, id, 0, arriving(bytes))).status).toBe(204);
    const pieces = await db().albumUploadPiece.findMany({
      where: { uploadId: id },
      orderBy: { start: "asc" },
    });
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces.map(({ content }) => content)).equals(bytes)).toBe(true);
    await keepUploaded(id, false);
    expect(await db().albumUpload.findUnique({ where: { id } })).toMatchObject({
      state: "refused",
      refusal: "not-a-picture",
    });
  });

  test("a piece that does not begin where the file has got to is told so, also of many at once", async () => {
    const of = await anUploader();
    const bytes = randomBytes(1_000);
    const id = await begun(of, bytes.length);
    expect((await send(of, id, 500, bytes.subarray(500))).status).toBe(409);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(of, id, 0, bytes.subarray(0, 600))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(409)]);
    expect((await send(of, id, 600, bytes)).status).toBe(413);
    expect((await head(of, id)).headers.get("Upload-Offset")).toBe("600");
  });

  test("is nobody else's, and no other event's", async () => {
    const of = await anUploader();
    const other = await anUploader();
    const id = await begun(of, 100);
    for (const stranger of [
      { ...of, by: other.by },
      { ...of, eventId: other.eventId },
    ]) {
      expect((await head(stranger, id)).status).toBe(404);
      expect((await send(stranger, id, 0, randomBytes(10))).status).toBe(404);
    }
    expect((await head(of, id)).headers.get("Upload-Offset")).toBe("0");
    await expect(async () => head(of, "nonsense")).rejects.toMatchObject({ status: 404 });
  });

  test("what is empty, too long or for no event is not begun", async () => {
    const of = await anUploader();
    expect((await begin(of, 0)).status).toBe(400);
    expect((await begin(of, PHOTO_BYTES + 1)).status).toBe(413);
    expect((await begin({ ...of, eventId: 999_999 }, 10)).status).toBe(404);
    expect((await begin(of, PHOTO_BYTES)).status).toBe(201);
  });

  test("whoever has sent as much as a day allows, or sends faster than is decoded, waits", async () => {
    const of = await anUploader();
    const first = await begun(of, 10);
    const { albumId } = await db().albumUpload.findUniqueOrThrow({ where: { id: first } });
    const many = (count: number, by: number, state: string) =>
      db().$executeRaw`
        insert into album_upload (id, album_id, created_by, file_name, bytes, state)
        select gen_random_uuid(), ${albumId}, ${by}, 'x.jpg', 10, ${state} from generate_series(1, ${count}::int)`;
    await many(2_000, of.by, "sending");
    expect((await begin(of, 10)).status).toBe(429);
    const another = { ...of, by: (await aPerson()).id };
    expect((await begin(another, 10)).status).toBe(201);
    await many(60, of.by, "waiting");
    expect((await begin(another, 10)).status).toBe(503);
    await db().albumUpload.deleteMany({ where: { albumId } });
  });
});

describe("files that are chosen again", () => {
  test("are known by their marks, unless their picture was taken out or refused", async () => {
    const of = await anUploader();
    const [one, two] = [await aPhoto(), await aPhoto()];
    const ids = [await begun(of, one.length, "1.jpg"), await begun(of, two.length, "2.jpg")];
    await send(of, ids[0] as string, 0, one);
    await send(of, ids[1] as string, 0, one.subarray(0, 10));
    await keepUploaded(ids[0] as string, false);
    const again = await begun(of, one.length, "again.jpg");
    await send(of, again, 0, one);
    await keepUploaded(again, false);
    expect(await findSent(of.eventId, of.by)).toEqual([
      { id: ids[0], mark: "mark of 1.jpg", state: "kept" },
      { id: ids[1], mark: "mark of 2.jpg", state: "sending" },
      { id: again, mark: "mark of again.jpg", state: "duplicate" },
    ]);
    const { pictureId } = await db().albumUpload.findUniqueOrThrow({ where: { id: ids[0] } });
    await removePictures({ ...of, pictureIds: [pictureId as number] }, { ...of, address: "" });
    expect((await findSent(of.eventId, of.by)).map(({ state }) => state)).toEqual(["sending"]);
  });

  test("half a file that nobody goes on sending is forgotten after three days", async () => {
    const of = await anUploader();
    const id = await begun(of, 100);
    await send(of, id, 0, randomBytes(10));
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await sweepUploads(db(), days(2.9));
    expect(await stateOf(id)).toBe("sending");
    await sweepUploads(db(), days(3.1));
    expect(await db().albumUpload.count({ where: { id } })).toBe(0);
    expect(await db().albumUploadPiece.count({ where: { uploadId: id } })).toBe(0);
  });

  test("what goes wrong on our side again and again is refused in the end", async () => {
    const of = await anUploader();
    const photo = await aPhoto();
    const id = await begun(of, photo.length);
    await send(of, id, 0, photo);
    await db().albumUploadPiece.deleteMany({ where: { uploadId: id } });
    await expect(keepUploaded(id, false)).rejects.toThrow("missing");
    expect(await stateOf(id)).toBe("waiting");
    await expect(keepUploaded(id, true)).rejects.toThrow("missing");
    expect(await db().albumUpload.findUnique({ where: { id } })).toMatchObject({
      state: "refused",
      refusal: "failed",
    });
  });
});

describe("a form without a script", () => {
  async function taken(of: Of, files: Record<string, Uint8Array<ArrayBuffer>>, cut = 0) {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(files)) {
      form.append("pictures", new Blob([bytes]), name);
    }
    const answer = new Response(form);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const body = (async function* () {
      yield bytes.subarray(0, bytes.length - cut);
    })();
    return takePlainForm(readForm(body, answer.headers.get("Content-Type")), of);
  }

  test("brings several pictures, and one that is too long stops none", async () => {
    const of = await anUploader();
    const files = {
      "1.jpg": await aPhoto(),
      "huge.jpg": Buffer.alloc(PHOTO_BYTES + 1),
      "2.jpg": await aPhoto(),
    };
    expect(await taken(of, files)).toEqual({ taken: 2, tooLarge: 1, stopped: null });
    const names = await db().albumUpload.findMany({
      where: { createdBy: of.by },
      orderBy: { createdAt: "asc" },
    });
    expect(names.map(({ fileName, state }) => [fileName, state])).toEqual([
      ["1.jpg", "waiting"],
      ["2.jpg", "waiting"],
    ]);
  });

  test("that is cut off keeps what was whole", async () => {
    const of = await anUploader();
    const files = { "1.jpg": await aPhoto(), "2.jpg": await aPhoto({ width: 600, height: 400 }) };
    expect(await taken(of, files, 500)).toEqual({ taken: 1, tooLarge: 0, stopped: "broken" });
    expect(await db().albumUpload.count({ where: { createdBy: of.by } })).toBe(1);
  });
});
