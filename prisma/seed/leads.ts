import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import type { Sign } from "#app/modules/leads/judge-lead.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import type { Stage } from "#app/modules/leads/stage.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { keepConsultant } from "#app/modules/pipeline/keep-consultant.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { changeReferrer } from "#app/modules/referrers/change-referrer.server.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

type Act = "called" | "reached" | "lost" | Exclude<Stage, "submitted">;

type SampleLead = {
  /** Whose friend. */
  of: string;
  name: string;
  phone: string;
  model: string;
  daysAgo: number;
  /** What was done, so many days after the friend was named. */
  acts: [act: Act, after: number][];
  signs?: Sign[];
};

/**
 * Friends at every stage. Those of owners bring them next to nothing: what they have, and what they still save for, is
 * known to whoever tries the demo by its figures.
 */
const LEADS: SampleLead[] = [
  {
    of: "falk@marque.test",
    name: "高远",
    phone: "+8613800020001",
    model: "途昂 X",
    daysAgo: 62,
    acts: [
      ["reached", 1],
      ["accepted", 1],
      ["visited", 4],
      ["test-drive", 6],
      ["ordered", 20],
      ["delivered", 41],
    ],
  },
  {
    of: "falk@marque.test",
    name: "蒋倩",
    phone: "+8613800020002",
    model: "凯美瑞 双擎",
    daysAgo: 24,
    acts: [
      ["called", 1],
      ["reached", 2],
      ["accepted", 2],
      ["test-drive", 8],
    ],
  },
  {
    of: "gold@marque.test",
    name: "Oliver Brandt-Kowalczyk",
    phone: "+4915112345678",
    model: "ID.4, maybe the long range",
    daysAgo: 9,
    acts: [
      ["reached", 1],
      ["accepted", 1],
    ],
  },
  {
    of: "falk@marque.test",
    name: "Mara Quandt",
    phone: "+4915112345679",
    model: "Tayron",
    daysAgo: 5,
    acts: [
      ["reached", 1],
      ["accepted", 1],
      ["visited", 3],
    ],
  },
  {
    of: "falk@marque.test",
    name: "陆一鸣",
    phone: "+8613800020005",
    model: "",
    daysAgo: 33,
    acts: [
      ["reached", 1],
      ["accepted", 1],
      ["lost", 15],
    ],
  },
  {
    of: "fang@marque.test",
    name: "白雪",
    phone: "+8613800020006",
    model: "朗逸",
    daysAgo: 6,
    acts: [["called", 2]],
  },
  {
    of: "silver@marque.test",
    name: "石磊",
    phone: "+8613800020007",
    model: "探岳",
    daysAgo: 1,
    acts: [],
  },
  {
    of: "fang@marque.test",
    name: "田甜",
    phone: "+8613800020008",
    model: "迈腾",
    daysAgo: 0,
    acts: [],
    signs: ["too-fast", "burst"],
  },
];

/** Those who agreed to be named among who recommended most. */
const LISTED = ["falk@marque.test", "gold@marque.test"];

/**
 * Hands in the demo's friends and has the sales people work them, as it would have been done day by day. Whoever sells
 * takes turns, so that a friend whom somebody names in the demo is soon called.
 */
export async function loadDemoLeads(today: Day): Promise<void> {
  const seller = await personOf("sales@marque.test");
  for (const lead of LEADS) {
    const referrerId = await personOf(lead.of);
    await becomeReferrer(db(), referrerId);
    await play(lead, { referrerId, seller, today });
  }
  for (const email of LISTED) {
    await changeReferrer(await personOf(email), { showsName: false, isListed: true });
  }
  const turns = { takesTurns: true, storeId: null, models: ["Tayron", "途岳"], awayThrough: null };
  await keepConsultant({ personId: seller, ...turns }, who(await personOf("admin@marque.test")));
}

async function play(
  lead: SampleLead,
  { referrerId, seller, today }: { referrerId: number; seller: number; today: Day },
): Promise<void> {
  const time = clubTime("Asia/Shanghai");
  const on = (after: number, minute: number) =>
    time.instantOf(addDays(today, after - lead.daysAgo), 10, minute, 0);
  const began = on(0, 5);
  const answer = await handInLead({
    referrerId,
    friend: {
      name: lead.name,
      phone: lead.phone,
      email: null,
      locale: lead.phone.startsWith("+86") ? "zh-CN" : "en",
      model: lead.model,
      note: "",
    },
    source: "form",
    consented: true,
    consentVersion: 1,
    storeId: null,
    by: null,
    signs: lead.signs ?? [],
    origin: null,
    requestKey: `demo-${lead.phone}`,
    // Of today only what is over already: nobody is named in the future.
    at: began < new Date() ? began : new Date(),
  });
  if (!answer.ok) throw new Error(`The demo's friend ${lead.name} was refused: ${answer.refusal}`);
  const { leadId } = answer;
  if (lead.acts.length > 0) {
    await assignLead({ leadId, to: seller, from: null }, who(seller), on(0, 8));
  }
  for (const [place, [act, after]] of lead.acts.entries()) {
    await done({ leadId, act, key: `${lead.phone}/${place}` }, seller, on(after, 10 + place));
  }
}

async function done(
  { leadId, act, key }: { leadId: number; act: Act; key: string },
  seller: number,
  at: Date,
): Promise<void> {
  if (act === "called" || act === "reached") {
    const reached = act === "reached";
    const note = reached ? "想看车，周末方便。" : "没有接听。";
    await logContact(
      { leadId, kind: "call", reached, note, by: seller, requestKey: `demo-${key}` },
      at,
    );
    return;
  }
  if (act === "lost") {
    const { revision } = await lastStep(leadId);
    await endLead(
      { leadId, ending: "lost", reason: "bought-elsewhere", revision },
      who(seller),
      at,
    );
    return;
  }
  await moveLead({ leadId, to: act, reason: null, revision: null }, who(seller), at);
}

const who = (by: number) => ({ by, address: "127.0.0.1" });

async function lastStep(leadId: number): Promise<{ revision: number }> {
  const last = await db().leadStep.aggregate({ where: { leadId }, _max: { id: true } });
  return { revision: Number(last._max.id ?? 0) };
}

async function personOf(email: string): Promise<number> {
  return (await db().person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}
