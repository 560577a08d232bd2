import { createGift, type GiftDetails } from "#app/modules/gifts/create-gift.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";

type Row = [
  sku: string,
  kind: GiftDetails["kind"],
  titleEn: string,
  titleZh: string,
  points: number,
  moneyMinor: number,
  pieces: number,
  tier: GiftDetails["tier"],
  limitPerMember: number,
  fulfilment: GiftDetails["fulfilment"],
];

const ROWS: Row[] = [
  ["KEYRING", "keepsake", "Enamel key ring", "珐琅钥匙扣", 180, 0, 200, "silver", 2, "collect"],
  ["CALENDAR", "keepsake", "Club desk calendar", "车友会台历", 120, 0, 300, "silver", 1, "collect"],
  ["MODEL", "keepsake", "1:43 model car", "1:43 合金车模", 1280, 0, 24, "silver", 1, "collect"],
  ["CUSHION", "keepsake", "Seat cushion pair", "座椅靠垫一对", 680, 0, 40, "silver", 2, "ship"],
  ["BONSAI", "experience", "Potted landscape tree", "山水盆景", 2600, 0, 6, "gold", 1, "collect"],
  [
    "OILCHANGE",
    "car-care",
    "Oil and filter voucher",
    "机油保养券",
    1980,
    0,
    500,
    "silver",
    4,
    "voucher",
  ],
  ["COATING", "car-care", "Paint coating", "车漆镀膜", 4800, 39_900, 30, "silver", 1, "voucher"],
  ["WASH", "car-care", "Showroom wash", "精洗一次", 260, 0, 1000, "silver", 12, "voucher"],
  [
    "ROADSIDE",
    "car-care",
    "24 h roadside help for a year",
    "全年道路救援",
    1500,
    0,
    1000,
    "silver",
    1,
    "voucher",
  ],
  [
    "LOANER",
    "experience",
    "Courtesy car for a weekend",
    "周末代步车",
    2200,
    0,
    8,
    "gold",
    2,
    "voucher",
  ],
  [
    "CAMP",
    "experience",
    "Place in the safe driving camp",
    "安全驾驶训练营名额",
    1800,
    0,
    12,
    "silver",
    1,
    "voucher",
  ],
  ["TEA", "keepsake", "Spring tea tin", "春茶一罐", 560, 0, 60, "silver", 2, "ship"],
  ["BIKE", "experience", "Folding bicycle", "折叠自行车", 9800, 29_900, 4, "gold", 1, "collect"],
  [
    "CRAYONS",
    "keepsake",
    "Crayon and drawing-board set",
    "蜡笔画板套装",
    220,
    0,
    80,
    "silver",
    2,
    "collect",
  ],
];

/** Its drawing, and what is said of it. */
const TOLD: Record<string, [drawing: string, aboutEn: string, aboutZh: string]> = {
  KEYRING: [
    "key-ring",
    "Racing green enamel on steel, with the club's sign on it.",
    "钢制底托，赛车绿珐琅，刻有车友会标识。",
  ],
  CALENDAR: [
    "calendar",
    "Twelve drives around the city, drawn by members' children.",
    "会员家的孩子画的十二条城郊路线。",
  ],
  MODEL: [
    "model-car",
    "Die-cast, with doors that open. It comes in a case of its own.",
    "合金材质，车门可开，附展示盒。",
  ],
  CUSHION: [
    "cushions",
    "Two of them, filled with buckwheat husks; the covers can be washed.",
    "一对装，荞麦壳填充，外套可拆洗。",
  ],
  BONSAI: [
    "tree",
    "A small pine in a stone dish, grown for eight years. We water it until you come.",
    "石盆小松，养护八年。领取前由我们照料。",
  ],
  OILCHANGE: [
    "oil",
    "Engine oil and a filter, fitted while you wait.",
    "机油与机滤更换一次，立等可取。",
  ],
  COATING: [
    "coating",
    "Two layers by hand, and a day in the warm hall.",
    "手工两层镀膜，恒温车间静置一天。",
  ],
  WASH: ["wash", "By hand, inside and out.", "手工精洗，内外兼顾。"],
  ROADSIDE: [
    "roadside",
    "A call, day or night, wherever you are stuck: a jump start, a tyre, a tow.",
    "全天候一个电话：搭电、换胎、拖车。",
  ],
  LOANER: [
    "weekend",
    "From Friday evening to Monday morning, with a full tank.",
    "周五傍晚取车，周一早上还车，满油交付。",
  ],
  CAMP: [
    "camp",
    "A day on a wet track with an instructor beside you.",
    "湿滑场地一整天，教练同车指导。",
  ],
  TEA: ["tea", "This year's first leaves, 100 g.", "当年头采，100 克。"],
  BIKE: [
    "bicycle",
    "Twenty inches, eight gears, and small enough for the boot.",
    "20 寸轮径、8 速，后备箱放得下。",
  ],
  CRAYONS: [
    "crayons",
    "Twenty-four colours, and a board to draw on the back seat.",
    "24 色蜡笔，配后座也能用的画板。",
  ],
};

/** The demo's catalogue. A load that is taken up again adds none twice. */
export async function loadDemoGifts(keeper: number): Promise<void> {
  for (const [position, row] of ROWS.entries()) {
    const [
      sku,
      kind,
      titleEn,
      titleZh,
      points,
      moneyMinor,
      pieces,
      tier,
      limitPerMember,
      fulfilment,
    ] = row;
    const [drawing, aboutEn, aboutZh] = TOLD[sku] ?? [null, "", ""];
    const details: GiftDetails = {
      sku,
      kind,
      titleEn,
      titleZh,
      aboutEn,
      aboutZh,
      points,
      moneyMinor,
      currency: "CNY",
      costMinor: null,
      tier,
      limitPerMember,
      limitTotal: null,
      fulfilment,
      voucherUses: 1,
      voucherDays: 365,
      drawing,
      visibleFrom: null,
      visibleUntil: null,
      availableFrom: null,
      availableUntil: null,
      lowAt: null,
      position,
    };
    const actor = { by: keeper, address: "127.0.0.1" };
    await inTransaction((tx) => createGift(tx, { details, pieces }, actor));
  }
}
