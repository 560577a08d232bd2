import { expect, test } from "vitest";
import { decideRoleChange, type RoleChangeFacts } from "./role-change.ts";

/** An admin who makes somebody of the desk work in finance as well. */
const aChange = (changes: Partial<RoleChangeFacts> = {}): RoleChangeFacts => ({
  asking: ["admin"],
  held: ["desk"],
  seen: ["desk"],
  wanted: ["desk", "finance"],
  otherAdmins: 1,
  ...changes,
});

const admin = { held: ["admin"], seen: ["admin"], wanted: [] } as const;

test.each<[string, RoleChangeFacts, unknown]>([
  ["a role is added", aChange(), { ok: true, granted: ["finance"], withdrawn: [] }],
  [
    "one is exchanged for another",
    aChange({ wanted: ["sales"] }),
    { ok: true, granted: ["sales"], withdrawn: ["desk"] },
  ],
  ["all are taken", aChange({ wanted: [] }), { ok: true, granted: [], withdrawn: ["desk"] }],
  ["nothing changes", aChange({ wanted: ["desk"] }), { ok: true, granted: [], withdrawn: [] }],
  [
    "the order in which they were shown is all the same",
    aChange({ held: ["sales", "desk"], seen: ["desk", "sales"], wanted: ["desk", "sales"] }),
    { ok: true, granted: [], withdrawn: [] },
  ],
  [
    "an admin goes where another is left",
    aChange(admin),
    { ok: true, granted: [], withdrawn: ["admin"] },
  ],
  [
    "the last admin stays",
    aChange({ ...admin, otherAdmins: 0 }),
    { ok: false, refusal: "last-admin" },
  ],
  [
    "the last admin may take up other work",
    aChange({ ...admin, wanted: ["admin", "desk"], otherAdmins: 0 }),
    { ok: true, granted: ["desk"], withdrawn: [] },
  ],
  [
    "who is no admin any more changes nothing",
    aChange({ asking: ["desk"] }),
    { ok: false, refusal: "not-an-admin" },
  ],
  [
    "what another admin has changed meanwhile is not run over",
    aChange({ held: ["sales"] }),
    { ok: false, refusal: "changed-meanwhile" },
  ],
])("%s", (_case, facts, decision) => {
  expect(decideRoleChange(facts)).toEqual(decision);
});
