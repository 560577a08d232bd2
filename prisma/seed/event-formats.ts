import { isLastOfMonth } from "#app/modules/event-series/repeats.ts";
import { templateOf } from "#app/modules/events/event-templates.ts";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import { addDays, type Day, weekdayOf } from "#app/platform/club-time.ts";

const SHOWROOM = {
  placeEn: "Lakeside showroom, ground floor",
  placeZh: "湖畔展厅一楼",
  addressEn: "7 Lakeside Road, Xuhui, Shanghai",
  addressZh: "上海市徐汇区湖畔路 7 号",
  mapUrl: "https://www.openstreetmap.org/#map=17/31.18850/121.43650",
} satisfies Partial<TypedEvent>;
const CLUB = {
  organiserEn: "Lakeside Owners’ Club",
  organiserZh: "湖畔车友会",
  contactPhone: "021-5550 1234",
  contactEmail: "events@marque.test",
} satisfies Partial<TypedEvent>;

/** The first such day of the week on or after a day: 1 is Monday, 7 Sunday. */
const onWeekday = (from: Day, weekday: number): Day =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** The first last Saturday of a month on or after a day. */
function lastSaturday(from: Day): Day {
  const saturday = onWeekday(from, 6);
  return isLastOfMonth(saturday) ? saturday : lastSaturday(addDays(saturday, 1));
}

/**
 * What clubs really hold, in both languages, as the form has it: on days that move along with today. All of it can be
 * published from the pages.
 */
export function eventFormats(today: Day): Record<EventFormat, TypedEvent> {
  const contest = onWeekday(addDays(today, 35), 7);
  const planting = onWeekday(addDays(today, 18), 6);
  const drive = onWeekday(addDays(today, 60), 6);
  const camp = onWeekday(addDays(today, 25), 6);
  const tasting = onWeekday(addDays(today, 9), 6);
  const lesson = lastSaturday(addDays(today, 3));
  const draw = onWeekday(addDays(today, 26), 7);
  return {
    "drawing-contest": {
      ...templateOf("drawing-contest"),
      ...SHOWROOM,
      ...CLUB,
      titleEn: "Children’s drawing contest: the car as I see it",
      titleZh: "我眼中的爱车：少儿绘画大赛",
      summaryEn: "Two age groups, one afternoon, and a stage for every child.",
      summaryZh: "两个年龄组，一个下午，每个孩子都有自己的舞台。",
      aboutEn:
        "Owners’ children draw the car as they see it; a jury looks at the drawings without names. In each group the first gets a model car, the second and the two thirds a stationery box, with 500, 300 and 200 points for their families.\n\nAmong all who came we draw two paint coatings worth ¥1,200; the first-prize child of each group draws one.",
      aboutZh:
        "车主的孩子画出自己眼中的爱车，评委匿名评审。每组一等奖 1 名获车模，二等奖 1 名、三等奖 2 名获文具礼盒，家庭分别获得 500、300、200 积分。\n\n现场从到场家庭中抽取两份价值 1,200 元的漆面镀膜，由两组一等奖的孩子各抽一份。",
      programmeEn:
        "13:00 Games and stage performances\n13:40 Drawing\n14:30 Judging and prize giving",
      programmeZh: "13:00 游戏与舞台表演\n13:40 绘画\n14:30 评审与颁奖",
      givesEn: "A drawing board, a box of crayons, the club’s calendar, and an album of the day.",
      givesZh: "画板、蜡笔一盒、车友会年历和活动相册。",
      startsAt: `${contest}T13:00`,
      endsAt: `${contest}T15:00`,
      freeUntil: `${addDays(contest, -2)}T13:00`,
      closesAt: `${addDays(contest, -1)}T12:00`,
      questions: [
        {
          key: "q1",
          kind: "choice",
          of: "child",
          labelEn: "Does your child draw with crayons or with watercolours?",
          labelZh: "孩子用蜡笔还是水彩？",
          required: "on",
          onlyIf: "",
          retired: "",
          options: [
            { key: "o1", labelEn: "Crayons", labelZh: "蜡笔" },
            { key: "o2", labelEn: "Watercolours", labelZh: "水彩" },
          ],
        },
        {
          key: "q2",
          kind: "text",
          of: "child",
          labelEn: "Do you bring a brush of your own? Which?",
          labelZh: "自带画笔吗？请说明型号。",
          required: "",
          onlyIf: "q1:o2",
          retired: "",
          options: [],
        },
      ],
    },
    "tree-planting": {
      ...templateOf("tree-planting"),
      ...CLUB,
      titleEn: "Take the green home: tree planting day",
      titleZh: "把绿色带回家：植树欢乐节",
      summaryEn: "A convoy to the plantation, a tree for each family, and games on the way.",
      summaryZh: "车队同行去林场，每个家庭种下一棵树，途中还有游戏。",
      aboutEn:
        "We drive out together, plant, and eat in the open. Who walks the balance bridge best takes a potted tree home; a child who cares for the place becomes little guardian of nature. The deposit of 200 points comes back at check-in.",
      aboutZh:
        "车队出发，一起种树、野餐。平衡木挑战的优胜者把盆景带回家；爱护环境的孩子将获得“自然小卫士”证书。200 积分押金在签到时退还。",
      programmeEn:
        "07:30 Meeting at the showroom\n09:30 Planting\n12:00 Lunch and games\n16:00 Back home",
      programmeZh: "07:30 展厅集合\n09:30 植树\n12:00 午餐与游戏\n16:00 返回",
      givesEn: "A spade, gloves, lunch, and a plate with the family’s name on its tree.",
      givesZh: "铁锹、手套、午餐，以及挂在树上的家庭名牌。",
      placeEn: "Meeting at the showroom, convoy to the plantation",
      placeZh: "展厅集合，车队前往林场",
      addressEn: SHOWROOM.addressEn,
      addressZh: SHOWROOM.addressZh,
      mapUrl: SHOWROOM.mapUrl,
      startsAt: `${planting}T07:30`,
      endsAt: `${planting}T16:00`,
      freeUntil: `${addDays(planting, -2)}T18:00`,
    },
    "charity-drive": {
      ...templateOf("charity-drive"),
      ...CLUB,
      titleEn: "Beyond the mountain: charity drive to a village school",
      titleZh: "到山那边去：爱心车队",
      summaryEn: "Twenty cars bring books and winter clothes to a school in the hills.",
      summaryZh: "二十辆车，把书本和冬衣送到山里的学校。",
      aboutEn:
        "Two days with a night at the county town. We unload, paint a classroom, and play football with the children. Rooms are booked by the club.",
      aboutZh:
        "两天一夜，夜宿县城。卸下物资，粉刷一间教室，和孩子们踢一场球。住宿由车友会统一预订。",
      programmeEn:
        "Day 1: 06:00 departure, 15:00 arrival at the school\nDay 2: 09:00 painting and football, 13:00 way home",
      programmeZh: "第一天：6:00 出发，15:00 到达学校\n第二天：9:00 粉刷与球赛，13:00 返程",
      givesEn: "A sticker for the convoy, a radio for each car, and the night at the county town.",
      givesZh: "车队车贴、每车一部对讲机、县城住宿一晚。",
      placeEn: "Meeting at the showroom",
      placeZh: "展厅集合",
      addressEn: SHOWROOM.addressEn,
      addressZh: SHOWROOM.addressZh,
      mapUrl: "",
      startsAt: `${drive}T06:00`,
      endsAt: `${addDays(drive, 1)}T18:00`,
      opensAt: `${addDays(today, 1)}T09:00`,
      freeUntil: `${addDays(drive, -7)}T18:00`,
    },
    "driving-camp": {
      ...templateOf("driving-camp"),
      ...CLUB,
      titleEn: "Safe driving camp",
      titleZh: "安全驾驶训练营",
      summaryEn: "Braking, swerving and a wet circle, with an instructor in the next seat.",
      summaryZh: "紧急制动、避让与湿圆环，教练就坐在您旁边。",
      aboutEn:
        "Cars are ours. Wear flat shoes. Twelve drivers a session, so that everybody drives for two hours.",
      aboutZh: "使用训练营车辆，请穿平底鞋。每场 12 位学员，每人驾驶约两小时。",
      programmeEn: "",
      programmeZh: "",
      givesEn: "A certificate, and lunch for both sessions.",
      givesZh: "结业证书，两场均含午餐。",
      placeEn: "Riverside proving ground",
      placeZh: "滨江试车场",
      addressEn: "1 Testing Road, Jiading, Shanghai",
      addressZh: "上海市嘉定区试车路 1 号",
      mapUrl: "",
      startsAt: `${camp}T08:30`,
      endsAt: `${camp}T16:30`,
      freeUntil: `${addDays(camp, -5)}T18:00`,
      money: "380.00",
      sessions: [
        {
          key: "s1",
          nameEn: "Morning",
          nameZh: "上午场",
          startsAt: `${camp}T08:30`,
          endsAt: `${camp}T12:00`,
        },
        {
          key: "s2",
          nameEn: "Afternoon",
          nameZh: "下午场",
          startsAt: `${camp}T13:00`,
          endsAt: `${camp}T16:30`,
        },
      ],
    },
    class: {
      ...templateOf("class"),
      ...SHOWROOM,
      ...CLUB,
      titleEn: "Car-care class for new owners",
      titleZh: "爱车养护课堂",
      summaryEn: "Tyres, fluids and warning lights: two hours at the lift, every month.",
      summaryZh: "轮胎、油液与故障灯：每月一次，在举升机旁的两小时。",
      aboutEn:
        "A master of our workshop shows what an owner can look after, and what is better left to us.",
      aboutZh: "由车间技师讲解：哪些车主可以自己打理，哪些交给我们更稳妥。",
      programmeEn: "",
      programmeZh: "",
      givesEn: "A tyre gauge.",
      givesZh: "胎压计一支。",
      startsAt: `${lesson}T14:00`,
      endsAt: `${lesson}T16:00`,
    },
    tasting: {
      ...templateOf("tasting"),
      ...CLUB,
      titleEn: "Single malt evening",
      titleZh: "威士忌品鉴之夜",
      summaryEn: "Six single malts with a blender from Speyside, for gold members.",
      summaryZh: "六款单一麦芽，斯佩赛调酒师亲临讲解，金卡会员专享。",
      aboutEn: "Nobody drives home: a driver brings each guest and their car back.",
      aboutZh: "饮酒不驾车：每位来宾的车辆均由代驾送回。",
      programmeEn: "19:00 Welcome\n19:30 Tasting\n21:30 Drivers leave",
      programmeZh: "19:00 迎宾\n19:30 品鉴\n21:30 代驾送返",
      givesEn: "A tasting glass and the evening’s notes.",
      givesZh: "品鉴杯与品酒笔记。",
      placeEn: "The library, Lakeside showroom",
      placeZh: "湖畔展厅书吧",
      addressEn: SHOWROOM.addressEn,
      addressZh: SHOWROOM.addressZh,
      mapUrl: "",
      startsAt: `${tasting}T19:00`,
      endsAt: `${tasting}T21:30`,
      freeUntil: `${addDays(tasting, -2)}T18:00`,
    },
    "lucky-draw": {
      ...templateOf("lucky-draw"),
      ...SHOWROOM,
      ...CLUB,
      titleEn: "Year-end draw: see where your car was built",
      titleZh: "爱车回娘家：工厂参观抽奖",
      summaryEn:
        "Ten owners and a companion each visit the factory; drawn on the evening, one a household.",
      summaryZh: "抽取十位车主各携一人参观工厂，当晚开奖，每户限中一次。",
      aboutEn:
        "Whoever had a paid maintenance visit within twelve months takes part. The list is closed before the draw, and the draw can be checked by anybody.",
      aboutZh: "十二个月内有付费保养记录的会员均可参加。名单在开奖前封存，抽奖过程可公开验证。",
      programmeEn: "",
      programmeZh: "",
      givesEn: "",
      givesZh: "",
      startsAt: `${draw}T18:00`,
      endsAt: `${draw}T20:00`,
    },
  };
}

export const EVENT_FORMATS = [
  "drawing-contest",
  "tree-planting",
  "charity-drive",
  "driving-camp",
  "class",
  "tasting",
  "lucky-draw",
] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** A seminar that somebody is still writing, an outing as it was a while ago, and an evening with few places. */
export function otherEvents(today: Day): Record<"draft" | "past" | "small", TypedEvent> {
  const evening = onWeekday(addDays(today, 14), 4);
  const past = onWeekday(addDays(today, -24), 7);
  return {
    draft: {
      ...templateOf("seminar"),
      ...SHOWROOM,
      ...CLUB,
      titleEn: "Winter tyres: what the numbers say",
      summaryEn: "An evening with an engineer.",
      startsAt: `${onWeekday(addDays(today, 45), 4)}T19:00`,
    },
    small: {
      ...templateOf("class"),
      ...SHOWROOM,
      ...CLUB,
      titleEn: "Evening at the lift: brakes explained",
      titleZh: "举升机旁的夜晚：看懂刹车",
      summaryEn: "Eight people under one car, with the master of the workshop.",
      summaryZh: "八位车主，一台车，听车间技师讲刹车。",
      startsAt: `${evening}T19:00`,
      endsAt: `${evening}T20:30`,
      limits: [{ key: "l1", unit: "people", session: "", bracket: "", most: "8" }],
    },
    past: {
      ...templateOf("outing"),
      ...CLUB,
      titleEn: "Autumn round the lake",
      titleZh: "环湖秋游",
      summaryEn: "Fifteen cars, three stops, and noodles at the ferry.",
      summaryZh: "十五辆车，三处停留，在渡口吃一碗面。",
      placeEn: "Meeting at the showroom",
      placeZh: "展厅集合",
      startsAt: `${past}T09:00`,
      endsAt: `${past}T17:00`,
    },
  };
}

/** Two days that are over, to which families came: a drawing contest and a tree planting, as the form has them. */
export function daysThatAreOver(today: Day): Record<"contest" | "planting", TypedEvent> {
  const contest = onWeekday(addDays(today, -18), 7);
  const planting = onWeekday(addDays(today, -27), 6);
  return {
    contest: {
      ...templateOf("drawing-contest"),
      ...SHOWROOM,
      ...CLUB,
      activeWithinMonths: "",
      titleEn: "Children’s drawing contest: a road to draw",
      titleZh: "少儿绘画大赛：画一条路",
      summaryEn: "Where would you drive to? Two age groups, three judges, one afternoon.",
      summaryZh: "你想开车去哪里？两个年龄组，三位评委，一个下午。",
      startsAt: `${contest}T13:00`,
      endsAt: `${contest}T15:00`,
      attendancePoints: "0",
    },
    planting: {
      ...templateOf("tree-planting"),
      ...CLUB,
      titleEn: "Take the green home: autumn planting",
      titleZh: "把绿色带回家：秋季植树",
      summaryEn: "A slope by the reservoir, a tree for each family, soup at noon.",
      summaryZh: "水库边的山坡，每个家庭种下一棵树，中午一起喝热汤。",
      placeEn: "Meeting at the showroom",
      placeZh: "展厅集合",
      startsAt: `${planting}T07:30`,
      endsAt: `${planting}T16:00`,
      priceKind: "free",
      points: "",
    },
  };
}
/** A morning that was held on a day of these weeks, and that those who came are asked about. */
export const askedEvent = (day: Day): TypedEvent => ({
  ...templateOf("class"),
  ...SHOWROOM,
  ...CLUB,
  titleEn: "Coffee and cold starts",
  titleZh: "咖啡与冷启动",
  summaryEn: "What a car wants on a cold morning, over a cup of coffee.",
  summaryZh: "一杯咖啡的时间，聊聊冷天用车。",
  startsAt: `${day}T10:00`,
  endsAt: `${day}T12:30`,
  attendancePoints: "0",
  limits: [{ key: "l1", unit: "people", session: "", bracket: "", most: "40" }],
});
