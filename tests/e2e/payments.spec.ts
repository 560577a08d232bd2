import type { Browser, Page } from "@playwright/test";
import { originFor } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Points are spent here for good, so not by whose balance other journeys know. */
const OWNER = "gold@marque.test";
const SUM = 5_900;
const PAY = /Pay .+ online|在线支付/;
const GO_ON = /Continue payment|继续支付/;

const plain = (minor: number) => (minor / 100).toFixed(2);
const owner = (page: Page) => signIn(page, OWNER);

async function somebodyElse(browser: Browser, email: string, userAgent?: string): Promise<Page> {
  const baseURL = originFor(test.info().parallelIndex);
  const { locale } = test.info().project.use;
  const page = await (await browser.newContext({ locale, baseURL, userAgent })).newPage();
  await signIn(page, email);
  return page;
}

/** Somebody who keeps gifts adds a voucher that costs points and money. */
async function addGift(browser: Browser, sku: string): Promise<string> {
  const keeper = await somebodyElse(browser, "gifts@marque.test");
  const answer = await keeper.request.post("/admin/gifts/new", {
    form: {
      sku,
      kind: "car-care",
      titleEn: `Polish ${sku}`,
      titleZh: `抛光 ${sku}`,
      points: "10",
      money: plain(SUM),
      tier: "silver",
      fulfilment: "voucher",
      voucherUses: "1",
      voucherDays: "365",
      pieces: "9",
    },
    headers: { Origin: originFor(test.info().parallelIndex) },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  await keeper.context().close();
  return /gifts\/(\d+)/.exec(answer.headers().location ?? "")?.[1] ?? "";
}

/** The owner takes it, and is at the page on which its money is paid. The answer is that page's address. */
async function takes(page: Page, gift: string): Promise<string> {
  await page.goto(`/my/gifts/${gift}`);
  await page.locator('button[value="take"]').click();
  await expect(page).toHaveURL(/\/my\/redemptions\/\d+/);
  await page.locator('main a[href*="/my/payments/"]').first().click();
  await expect(page).toHaveURL(/\/my\/payments\/\d+/);
  return new URL(page.url()).pathname;
}

/** Leads to the stand-in's page, from which they come back by what they press there. */
async function leaves(page: Page, by: RegExp): Promise<void> {
  await page.getByRole("button", { name: by }).click();
  await expect(page).toHaveURL(/\/pay\/cs_test_/);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("a gift's money is declined, then paid with the bank's question, and refunded in part by finance", async ({
  page,
  browser,
}) => {
  const gift = await addGift(browser, "PAY-DESK");
  await owner(page);
  const payment = await takes(page, gift);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await leaves(page, PAY);
  await press(page, "Pay by a card that is declined");
  await expect(page.getByRole("alert")).toContainText("declined");
  await press(page, "Pay by a card with 3-D Secure");
  await press(page, "It is not");
  await expect(page.getByRole("alert")).toContainText("declined");
  await press(page, "Pay by a card with 3-D Secure");
  await press(page, "It is me");
  await expect(page).toHaveURL(/checkout=done/);
  await expect(page.getByRole("status")).toContainText(/has arrived|款项已收到/);
  await expectAccessible(page);
  await page.locator('main a[href*="/my/redemptions/"]').click();
  await expect(page.locator("main")).toContainText(/MQV(-[0-9A-Z]{4}){3}/);

  const finance = await somebodyElse(browser, "finance@marque.test");
  await finance.goto(`/admin/payments/${payment.split("/").at(-1)}/refund`);
  await finance.locator('input[name="sum"]').fill("9.00");
  await finance.locator('[name="reason"]').fill("One side was left out");
  await finance.locator('[name="reason"] >> xpath=ancestor::form').locator("button").last().click();
  await expect(finance.locator("main")).toContainText(/This is what will be done|将要执行/);
  await expectAccessible(finance);
  await finance.getByRole("button", { name: /Give .*9\.00 back|退还.*9\.00/ }).click();
  await expect(finance).toHaveURL(/done=refunded/);
  await finance.context().close();
  await expect(async () => {
    await page.goto(payment);
    await expect(page.locator("#refunds ~ *, section[aria-labelledby=refunds]")).toContainText(
      /given back|已退/,
    );
  }).toPass();
  await expect(page.locator("main")).toContainText("9.00");
  await expectAccessible(page);
});

test("within WeChat they are told before they leave, it is kept, runs out, and is paid at the counter", async ({
  page,
  browser,
}) => {
  const gift = await addGift(browser, "HOLD-DESK");
  const wechat =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49";
  const inWeChat = await somebodyElse(browser, OWNER, wechat);
  const payment = await takes(inWeChat, gift);
  await inWeChat.getByRole("button", { name: PAY }).click();
  await expect(inWeChat).toHaveURL(/checkout=leave/);
  await expect(inWeChat.locator("main")).toContainText(
    `${originFor(test.info().parallelIndex)}${payment}`,
  );
  await expectAccessible(inWeChat);
  await expectNoOverflow(inWeChat);
  await inWeChat.context().close();

  // In their own browser it goes on where it was, also after they came back without paying.
  await owner(page);
  await page.goto("/my/redemptions");
  await page.locator("main li", { hasText: GO_ON }).getByRole("link").click();
  await page.getByRole("link", { name: GO_ON }).click();
  await expect(page).toHaveURL(payment);
  await leaves(page, GO_ON);
  const session = page.url();
  await page.getByRole("link", { name: "Back without paying" }).click();
  await expect(page.getByRole("status").first()).toContainText(/without paying|没有扣款/);
  await leaves(page, GO_ON);
  expect(page.url()).toBe(session);
  await press(page, "Wait until the session is over");
  await expect(page.locator("h1")).toHaveText("This session is over");
  await expect(async () => {
    await page.goto(payment);
    await expect(page.getByRole("button", { name: PAY })).toBeVisible();
  }).toPass();

  const desk = await somebodyElse(browser, "desk@marque.test");
  await desk.goto(payment.replace("/my/", "/admin/"));
  await desk.locator('[name="method"]').selectOption("wechat");
  await desk.locator('input[name="receiptNumber"]').fill("K-1");
  await expectAccessible(desk);
  await expectNoOverflow(desk);
  await desk.locator('input[name="receiptNumber"]').press("Enter");
  await expect(desk).toHaveURL(/done=recorded/);
  await desk.context().close();
  await page.reload();
  await expect(page.locator("h1 ~ p, main")).toContainText([/\d{4}-\d{6}/]);
});

test("what the club knows nothing of is found the day after, answered by finance, and stays answered", async ({
  page,
  browser,
}) => {
  const gift = await addGift(browser, "BOOKS-DESK");
  const member = await somebodyElse(browser, OWNER);
  const payment = await takes(member, gift);
  await leaves(member, PAY);
  const dashboard = new URL("/dashboard", member.url()).href;
  await member.request.post(dashboard, {
    form: { act: "charge", amount: String(SUM + 11), currency: "cny", days: "2" },
  });
  // They think better of it: what others do next does not meet a gift that waits for its money.
  await press(member, "Wait until the session is over");
  await expect(async () => {
    await member.goto(payment);
    await expect(member.getByRole("button", { name: PAY })).toBeVisible();
  }).toPass();
  await member.locator('main a[href*="/my/redemptions/"]').first().click();
  await member.locator('button[value="cancel"]').click();
  await expect(member).toHaveURL(/done=cancelled/);
  await member.context().close();

  await signIn(page, "finance@marque.test");
  await page.goto("/admin/payments");
  await page.locator('a[href="/admin/payments/reconciliation"]').click();
  await expectAccessible(page);
  await expectNoOverflow(page);
  // A day that is over for long enough, whatever the time is.
  const dayOf = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  await page.locator('input[name="day"]').fill(dayOf.format(Date.now() - 2 * 86_400_000));
  await page.locator('input[name="day"] >> xpath=ancestor::form').locator("button").click();
  await expect(page).toHaveURL(/reconciliation\/\d{4}-\d\d-\d\d\?done=asked/);
  const found = page.locator("section[aria-labelledby=differences] tr", {
    hasText: plain(SUM + 11),
  });
  await expect(async () => {
    await page.reload();
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await found.getByRole("link").click();
  await expect(page).toHaveURL(/differences\/\d+/);
  await page.locator('[name="done"]').fill("?");
  await page.locator('[name="done"] >> xpath=ancestor::form').locator("button").click();
  await expect(page.locator("#done-error")).toBeVisible();
  await page
    .locator('[name="done"]')
    .fill("A link of the workshop: sent back.\n车间的收款链接，已退回。");
  await expectAccessible(page);
  await expectNoOverflow(page);
  const address = page.url();
  await page.locator('[name="done"] >> xpath=ancestor::form').locator("button").click();
  await expect(page).toHaveURL(/done=answered/);
  await expect(page.locator("section[aria-labelledby=differences]")).not.toContainText(
    plain(SUM + 11),
  );
  await page.goto(address);
  await expect(page.locator("section[aria-labelledby=answers]")).toContainText("已退回");
  await expect(page.locator('[name="done"]')).toHaveCount(0);
  await expectAccessible(page);
});

test("whoever is not Stripe gets nothing done at the webhook's door, whatever they send", async ({
  request,
}) => {
  const door = `${originFor(test.info().parallelIndex)}/api/stripe/webhook`;
  const sends = (data: string, headers: Record<string, string> = {}) =>
    request.post(door, { data, headers: { "Content-Type": "application/json", ...headers } });
  const old = { "Stripe-Signature": `t=1,v1=${"0".repeat(64)}` };
  for (const [body, headers, status] of [
    ["{}", {}, 400],
    ["{}", old, 400],
    ["", old, 400],
    ["x".repeat(5_000_000), old, 413],
    ["x".repeat(5_000_000), { ...old, "Content-Encoding": "gzip" }, 413],
  ] as const) {
    expect((await sends(body, headers)).status()).toBe(status);
  }
  const many = await Promise.all(Array.from({ length: 100 }, () => sends("{}", old)));
  expect(new Set(many.map((answer) => answer.status()))).toEqual(new Set([400]));
  expect((await request.get(door)).status()).toBe(405);
  expect((await request.put(door, { data: "{}" })).status()).toBe(405);
});
