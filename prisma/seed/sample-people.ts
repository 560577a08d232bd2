import { addDays, addMonths, type Day, endOfMonthAfter } from "#app/platform/club-time.ts";

/** A visit to the workshop: how many days ago, the kind of work, yuan paid, and who paid. */
type Visit = [daysAgo: number, kind: string, yuan: number, payment?: string];

type Owner = {
  number: string;
  name: string;
  email: string;
  phone: string;
  programme: "home" | "region";
  car: { vin: string; plate: string; model: string };
  visits: Visit[];
};

/** On the way to gold: 1,688 status points, the last visit still on account, older points lapsing. */
const silver: Owner = {
  number: "M00090019",
  name: "林静",
  email: "silver@marque.test",
  phone: "13800010001",
  programme: "home",
  car: { vin: "LSVNV2189E2100100", plate: "沪A8K37D", model: "迈腾 330TSI" },
  visits: [
    [700, "保养", 860],
    [560, "维修", 1420],
    [420, "保养", 980],
    [340, "保养", 1286],
    [290, "维修", 3120],
    [235, "精品", 899],
    [190, "保养", 1340],
    [150, "事故", 5230, "保险"],
    [120, "维修", 2460],
    [88, "保养", 1180],
    [60, "维修", 3850],
    [33, "保养", 1260],
    [12, "维修", 2003, "挂账"],
  ],
};

/** Gold in grace from a distant town: 1,880 status points, one service short of keeping it. */
const gold: Owner = {
  number: "M00090027",
  name: "陈志远",
  email: "gold@marque.test",
  phone: "13800010002",
  programme: "region",
  car: { vin: "LVGBH42K8JG500100", plate: "浙BR2071", model: "凯美瑞 2.5G" },
  visits: [
    [640, "维修", 2380],
    [520, "保养", 1490],
    [400, "保养", 2300],
    [330, "保养", 2860],
    [270, "维修", 5210],
    [200, "保养", 1286],
    [140, "维修", 4870],
    [70, "保养", 1560],
    [40, "精品", 1740],
    [9, "保养", 1286],
  ],
};

/** Spent the points of an order that the workshop then cancelled: a debt. */
const indebted: Owner = {
  number: "M00090035",
  name: "周慧",
  email: "referrer@marque.test",
  phone: "13800010003",
  programme: "home",
  car: { vin: "LFV3A23C5K3000100", plate: "苏E5N81T", model: "高尔夫 280TSI" },
  visits: [
    [200, "保养", 1100],
    [45, "维修", 4200],
  ],
};

const owners = [silver, gold, indebted];
/** What the third owner took for points, before the order behind them was cancelled. */
export const SPENT_BY_INDEBTED = { number: indebted.number, points: 480, daysAgo: 19 };

const table = (rows: (string | number)[][]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;

/** The sample owners as a roll, as of a day: the silver one's opening balances are about to lapse. */
export function sampleRoll(today: Day): string {
  const goldThrough = endOfMonthAfter(today, -1);
  const columns = [
    "member_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model",
    "opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2",
  ].join(",");
  const row = (owner: Owner, tier: (string | number)[], openings: (string | number)[]) => [
    ...[owner.number, owner.name, owner.phone, owner.email, tier[0] as string, owner.programme],
    addDays(today, -1500),
    ...tier.slice(1),
    ...[owner.car.vin, owner.car.plate, owner.car.model],
    ...openings,
  ];
  return table([
    [columns],
    row(silver, ["silver", "", ""], [640, addDays(today, 20), 150, addDays(today, 55)]),
    row(
      gold,
      ["gold", addDays(addMonths(goldThrough, -12), 1), goldThrough],
      [1200, endOfMonthAfter(today, 5), "", ""],
    ),
    row(indebted, ["silver", "", ""], ["", "", "", ""]),
  ]);
}

const ORDER_COLUMNS =
  "order_number,store,settled_at,vin,plate,model,odometer,kind,labour,parts,discount,paid,payment,remark";

/** Every visit of the sample owners as the workshop first settled it, oldest first. */
export function sampleOrders(today: Day): string {
  return table([[ORDER_COLUMNS], ...allVisits(today).map((visit) => visit.row)]);
}

/** What the workshop sent later: a corrected amount, and the cancellation that leaves a debt. */
export function sampleCorrections(today: Day): string {
  const corrected = visitRow(today, silver, [60, "维修", 3350], "更正");
  const cancelled = visitRow(today, indebted, [45, "维修", -4200], "红冲");
  return table([[ORDER_COLUMNS], corrected, cancelled]);
}

function allVisits(today: Day) {
  return owners
    .flatMap((owner) =>
      owner.visits.map((visit) => ({ daysAgo: visit[0], row: visitRow(today, owner, visit) })),
    )
    .sort((a, b) => b.daysAgo - a.daysAgo);
}

function visitRow(today: Day, owner: Owner, visit: Visit, remark = ""): (string | number)[] {
  const [daysAgo, kind, yuan, payment = "微信"] = visit;
  const labour = Math.round(yuan * 0.3);
  return [
    `${owner.number.slice(-4)}-${String(daysAgo).padStart(4, "0")}`,
    daysAgo % 3 === 0 ? "西岸店" : "湖畔一店",
    `${addDays(today, -daysAgo)} 10:${String(daysAgo % 60).padStart(2, "0")}`,
    ...[owner.car.vin, owner.car.plate, owner.car.model],
    92_000 - daysAgo * 41,
    ...[kind, labour, yuan - labour, 0, yuan],
    payment,
    remark,
  ];
}
