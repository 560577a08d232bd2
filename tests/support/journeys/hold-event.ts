import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { aContestPlan, aPublishedEvent } from "../events.ts";
import { aParty } from "../parties.ts";

// Holds an event beside the site that DATA_DIR is of: it begins in an hour, and families have registered for it. Its
// title in both languages, and what tells its codes from those of another, are given.
const [titleEn = "", titleZh = "", mark = ""] = process.argv.slice(2);
const platform = await startPlatform();
const hour = 3_600_000;
const startsAt = new Date(Date.now() + hour);
const { eventId } = await aPublishedEvent({
  plan: aContestPlan({
    title: { en: titleEn, zh: titleZh },
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * hour),
    opensAt: new Date(startsAt.getTime() - 400 * hour),
    closesAt: startsAt,
    freeUntil: new Date(startsAt.getTime() - 48 * hour),
  }),
});
const memberOf = async (email: string) =>
  db().member.findFirstOrThrow({ where: { person: { email } }, include: { person: true } });
const child = (name: string, bracket: string, more = {}) => ({
  role: "child",
  name,
  bracket,
  birthDate: new Date("2020-06-01"),
  consents: ["taking_part", "photographs"],
  ...more,
});

const { id: memberId, person } = await memberOf("gold@marque.test");
const family = await aParty(
  eventId,
  { memberId, name: person.name },
  {
    token: `gold-family-${mark}`,
    code: "GP2D23",
    people: [
      { name: person.name, isMember: true },
      child("陈小雨", "little", { consents: ["taking_part"] }),
      child("陈小川", "junior"),
    ],
  },
);
await db().registrationCare.create({
  data: {
    registrationId: family.id,
    emergencyName: "外婆",
    emergencyPhone: "+8613800138000",
    collectors: "外婆 王桂芳",
    allergies: { [String(family.personIds[1])]: "花生、牛奶" },
  },
});
await aParty(eventId, null, {
  token: `second-family-${mark}`,
  code: "SEC2ND",
  people: [{ name: "Wang Lei" }, child("Wang Mia", "little")],
});
await aParty(eventId, null, {
  token: `cancelled-family-${mark}`,
  code: "CANC22",
  state: "cancelled",
  endedAt: new Date(),
  people: [{ name: "Zhao Min", state: "out" }, child("Zhao An", "junior", { state: "out" })],
});
await platform.stop();
