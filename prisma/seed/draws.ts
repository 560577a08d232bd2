import type { Actor } from "#app/modules/access/actor.ts";
import type { DrawDraft } from "#app/modules/draws/draft.ts";
import { freezeDraw, tellingOf } from "#app/modules/draws/freeze-draw.server.ts";
import { createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { openPrizeTable } from "#app/modules/draws/prize-tables.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { handOverPrize, passPrizeOn } from "#app/modules/draws/settle-win.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { eventFormats } from "./event-formats.ts";

const time = clubTime("Asia/Shanghai");

/**
 * The demo's draws: one that is over, the factory visit with its list closed, and one by hand that somebody is still
 * writing.
 *
 * @param keepers two of the staff, who both read a public value.
 */
export async function loadDemoDraws(today: Day, keepers: [number, number]): Promise<void> {
  if ((await db().draw.count()) > 0) return;
  const [first, second] = keepers.map((by): Actor => ({ by, address: "127.0.0.1" })) as [
    Actor,
    Actor,
  ];
  await playThankYou(today, first, second);
  const factory = await begin(factoryVisit(today), "demo:factory-visit", first);
  await close(factory, first);
  await begin(await byChildren(today), "demo:drawing-contest", first);
  await openPrizeTable(
    {
      title: { en: "Delivery of a friend’s car", zh: "好友交车必中抽奖" },
      prizes: [
        { title: { en: "Window film", zh: "车窗膜" }, weight: 1, pieces: 5, variantId: null },
        { title: { en: "Floor mats", zh: "脚垫一套" }, weight: 4, pieces: 30, variantId: null },
        { title: { en: "Umbrella", zh: "雨伞" }, weight: 10, pieces: null, variantId: null },
      ],
      requestKey: "demo:delivery",
    },
    first,
  );
}

async function begin(draft: DrawDraft, key: string, actor: Actor): Promise<number> {
  const drawId = await createDraw(draft, key, actor);
  if (drawId === null) throw new Error("A prize of the demo's draw is no gift.");
  return drawId;
}

/** Closes a list without a letter to each of hundreds of entrants, in front of those that the demo itself writes. */
async function close(drawId: number, actor: Actor, now = new Date()): Promise<void> {
  mustBe(await freezeDraw(drawId, actor, now));
  await db().$queryRaw`select 1 as done from graphile_worker.remove_job(${tellingOf(drawId)})`;
}

const indexOf = (day: Day): DrawDraft["how"] => ({
  ...{ kind: "sse-composite", reference: day },
  due: time.instantOf(day, 15, 0, 0),
});

function factoryVisit(today: Day): DrawDraft {
  const evening = eventFormats(today)["lucky-draw"].startsAt.slice(0, 10);
  return {
    title: { en: "Factory visit", zh: "爱车回娘家：工厂参观" },
    about: {
      en: "See where your car was built: ten owners and a companion each, drawn at the year-end evening.",
      zh: "看看您的爱车在哪里诞生：年终之夜抽取十位车主，每位可携一人同行。",
    },
    entrants: { of: "visits", from: addDays(today, -365), through: today, perVisit: false },
    onePerHousehold: true,
    mustBePresent: false,
    drawAt: time.instantOf(evening, 18, 30, 0),
    claimBy: addDays(evening, 21),
    how: indexOf(addDays(evening, -2)),
    prizes: [
      {
        title: { en: "Factory visit for two", zh: "工厂参观双人名额" },
        ...{ count: 10, variantId: null },
      },
    ],
  };
}

/** Drawn three weeks ago: one prize was handed over, one went to the next. */
async function playThankYou(today: Day, first: Actor, second: Actor): Promise<void> {
  const day = addDays(today, -21);
  const drawId = await begin(
    {
      title: { en: "Autumn thank-you", zh: "秋日答谢抽奖" },
      about: {
        en: "For those who came for maintenance more than once: one ticket a visit. A draw of the demo, so its public value is made up.",
        zh: "感谢多次回店保养的车主：每次保养一张抽奖券。本抽奖为演示，公开数字为虚构。",
      },
      entrants: {
        of: "visits",
        from: addDays(today, -300),
        through: addDays(today, -30),
        perVisit: true,
      },
      onePerHousehold: true,
      mustBePresent: false,
      drawAt: time.instantOf(day, 16, 0, 0),
      claimBy: addDays(today, 10),
      how: indexOf(day),
      prizes: [
        {
          title: {
            en: "Paint coating worth ¥1,200 (a pair of vouchers)",
            zh: "价值 1,200 元车漆镀晶（兑换券一对）",
          },
          ...{ count: 1, variantId: null },
        },
        { title: { en: "Seat cushion", zh: "座椅靠垫" }, count: 3, variantId: null },
      ],
    },
    "demo:thank-you",
    first,
  );
  await close(drawId, first, time.instantOf(addDays(day, -5), 10, 0, 0));
  for (const reader of [first, second]) {
    const at = time.instantOf(day, 16, 5, 0);
    mustBe(await readDrawValue({ drawId, typed: "3871.54" }, reader, at));
  }
  const wins = await db().drawWin.findMany({ where: { drawId }, orderBy: { position: "asc" } });
  const [won, declined] = wins.map(({ id }) => id);
  const later = time.instantOf(addDays(day, 3), 11, 0, 0);
  if (won !== undefined) await handOverPrize({ drawId, winId: won }, second, later);
  if (declined !== undefined) {
    mustBe(await passPrizeOn({ drawId, winId: declined, why: "declined" }, second, later));
  }
}

/** Coatings and key rings among the families of the drawing contest, picked by children who won there. */
async function byChildren(today: Day): Promise<DrawDraft> {
  const contest = eventFormats(today)["drawing-contest"];
  const event = await db().event.findFirstOrThrow({
    where: { state: "published", plan: { path: ["kind"], equals: "drawing-contest" } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const { id: variantId } = await db().giftVariant.findFirstOrThrow({
    where: { sku: "KEYRING" },
    select: { id: true },
  });
  const day = contest.startsAt.slice(0, 10);
  return {
    title: { en: "Thank-you draw of the drawing contest", zh: "绘画大赛答谢抽奖" },
    about: { en: "", zh: "" },
    entrants: { of: "checked-in", eventId: event.id },
    onePerHousehold: true,
    mustBePresent: true,
    drawAt: time.instantOf(day, 14, 50, 0),
    claimBy: addDays(day, 30),
    how: {
      pickedBy: {
        en: "the first-prize child of each age group",
        zh: "各年龄组一等奖小朋友",
      },
    },
    prizes: [
      {
        title: {
          en: "Paint coating worth ¥1,200 (a pair of vouchers)",
          zh: "价值 1,200 元车漆镀晶（兑换券一对）",
        },
        ...{ count: 2, variantId: null },
      },
      { title: { en: "", zh: "" }, count: 3, variantId },
    ],
  };
}

function mustBe(answer: { ok: boolean }): void {
  if (!answer.ok) throw new Error(`The demo's draw was refused: ${JSON.stringify(answer)}`);
}
