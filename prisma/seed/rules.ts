import { decideAdjustment } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { requestAdjustment } from "#app/modules/adjustments/request-adjustment.server.ts";
import { grantGold } from "#app/modules/gold-grants/grant-gold.server.ts";
import { loadRulesBase } from "#app/modules/rules/load-rules-page.server.ts";
import { saveRuleVersion } from "#app/modules/rules/save-rule-version.server.ts";
import { addMonths, type Day, endOfMonthAfter } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

const ADDRESS = "127.0.0.1";

/** Whoever of the demo's staff does what follows, by the local part of their e-mail. */
export type DemoStaff = Record<"desk" | "finance" | "admin", number>;

/**
 * What admin and finance have been doing: an adjustment that waits, one booked and one refused, Gold granted
 * for half a year, and a version of the rules that begins with the month after next. Doing it again changes
 * nothing.
 */
export async function seedRules({ desk, finance, admin }: DemoStaff, today: Day): Promise<void> {
  const ask = (number: string, points: number, reason: string, key: number) =>
    requestAdjustment({
      number,
      points,
      reason,
      requestKey: `00000000-0000-4000-8000-${String(key).padStart(12, "0")}`,
      by: desk,
      address: ADDRESS,
    });
  await ask(
    "M00010033",
    800,
    "去年十月的保养漏记，附结算单 · A service of last October is missing",
    1,
  );
  await ask("M00010041", 200, "活动签到漏扫，补记 · Was at the tasting, but not scanned", 2);
  const refused = await ask("M00010058", 1500, "客户希望补偿等候时间 · For a long wait", 3);
  if (refused.ok && refused.state === "waiting") {
    await decideAdjustment({
      requestId: refused.requestId,
      approve: false,
      note: "等候补偿请用礼品 · A gift, please, not points",
      by: finance,
      address: ADDRESS,
    });
  }
  await grantGold({
    number: "M00010066",
    from: today,
    through: addMonths(today, 6),
    reason: "品鉴会特邀嘉宾 · Guest of honour at the tasting",
    by: admin,
    address: ADDRESS,
  });
  await scheduleVersion(admin, today);
}

async function scheduleVersion(admin: number, today: Day): Promise<void> {
  const { rules, version, seen } = await loadRulesBase(db());
  if (version > 1) return;
  const survey = rules.otherEarning.survey + 10;
  await saveRuleVersion(db(), {
    rules: { ...rules, otherEarning: { ...rules.otherEarning, survey } },
    startsOn: addMonths(`${endOfMonthAfter(today, 0).slice(0, 8)}01`, 2),
    note: "问卷积分上调，鼓励反馈 · More for surveys, so that more owners answer",
    seen,
    by: admin,
    address: ADDRESS,
  });
}
