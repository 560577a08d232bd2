import type { Page } from "@playwright/test";
import type { CheckInList, ListedParty } from "../../app/modules/attendance/check-in-list.ts";
import type { Mark } from "../../app/modules/attendance/mark.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Of the demo; some couples come to it. */
const EVENING = /Evening at the lift|举升机旁的夜晚/;

test("before and after the store of a device opens its marks are one device's", async ({
  page,
}) => {
  await page.addInitScript(holdStore);
  const { sent, party } = await openGate(page, 0);
  await read(page, party);
  await page.getByRole("checkbox").last().uncheck();
  await comeIn(page).click();
  await page.evaluate(() => dispatchEvent(new Event("let-go")));
  await expect.poll(() => sent.length).toBe(1);
  await read(page, party, "token");
  await comeIn(page).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(new Set(sent.map(({ device }) => device)).size).toBe(1);
});

test("a device whose store never opens says so, and checks in for as long as there is a network", async ({
  page,
  context,
}) => {
  await page.addInitScript(holdStore);
  const { sent, party } = await openGate(page, 1);
  const main = page.locator("main");
  await expect(main).toContainText(/are not kept on this device|无法保存记录/);
  await expect(strip(page)).toContainText(/List of|的名单/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await read(page, party);
  await comeIn(page).click();
  await expect.poll(() => sent.length).toBe(2);
  await expect(strip(page)).toContainText(/All sent|全部已发送/);

  // Without a network what is marked is in the page alone, so the page is not left without a word.
  await context.setOffline(true);
  await read(page, party, "token");
  await leaves(page).first().click();
  await expect(strip(page)).toContainText(/1 mark not sent|1 条未发送/);
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await context.setOffline(false);
  await expect(strip(page)).toContainText(/All sent|全部已发送/);
});

test("a device that has no space left for the list says so, until it has", async ({ page }) => {
  await page.addInitScript(fillUp);
  await openGate(page, 3);
  const main = page.locator("main");
  await expect(main).toContainText(/are not kept on this device|无法保存记录/);
  await page.evaluate(() => dispatchEvent(new Event("make-room")));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(main).not.toContainText(/are not kept on this device|无法保存记录/);
});

test("what is pressed twice, or in two panels, is one mark", async ({ page }) => {
  const { sent, party } = await openGate(page, 2);
  await read(page, party);
  await comeIn(page).dblclick();
  await expect.poll(() => sent.length).toBe(2);
  const undo = page.getByRole("button", { name: /mistake|撤销|误/ });
  await undo.evaluate(twice);
  await expect.poll(() => sent.length).toBe(4);
  expect(sent.filter(({ kind }) => kind === "undo")).toHaveLength(2);

  await read(page, party, "token");
  await comeIn(page).evaluate(twice);
  await expect.poll(() => sent.length).toBe(6);
  await read(page, party);
  await leaves(page).first().evaluate(twice);
  await expect.poll(() => sent.length).toBe(7);
  await expect(strip(page)).toContainText(/All sent|全部已发送/);
  expect(sent).toHaveLength(7);
});

for (const days of [-2.5, 2.5]) {
  test(`a device whose clock is off by ${days} days marks by the club's, and keeps its list`, async ({
    page,
  }) => {
    await page.clock.install({ time: Date.now() + days * 86_400_000 });
    const { sent, party } = await openGate(page, 3);
    await read(page, party);
    // One of the two devices lets them in, the other lets one of them out.
    await comeIn(page).or(leaves(page)).first().click();
    await expect.poll(() => sent.length).toBeGreaterThan(0);
    for (const { at } of sent) expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(120_000);

    await page.route("**/list", (route) => route.fulfill({ status: 502 }));
    await page.reload();
    await expect(strip(page)).toContainText(/No network|没有网络/);
    await expect(strip(page)).toContainText(/List of|的名单/);
  });
}

test("a newcomer reads what to do, and what to ask of whoever has no code", async ({ page }) => {
  await openGate(page, 3);
  const main = page.locator("main");
  await expect(main).toContainText(/press the green button|按绿色按钮/);
  await page.getByRole("button", { name: /without a code|没有签到码/ }).click();
  await expect(main).toContainText(/how many they are|姓名和人数/);
  await expect(main).not.toContainText(/another event|其他活动/);
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test("what a phone marked by a link that was ended meanwhile can still be saved", async ({
  page,
  context,
}) => {
  const { party } = await openGate(page, 3);
  await page.goto(new URL("stewards", page.url()).pathname);
  await page.locator('input[name="name"]').fill("Li");
  await page.locator('input[name="gate"]').fill("Side");
  await page.locator('button[value="make"]').click();
  const link = await page.locator("main p.select-all").innerText();
  const phone = await context.newPage();
  await phone.goto(new URL(link).pathname);
  await expect(strip(phone)).toContainText(/List of|的名单/);
  await phone.route("**/{list,marks}", (route) => route.fulfill({ status: 502 }));
  await read(phone, party);
  await comeIn(phone).or(leaves(phone)).first().click();
  await expect(strip(phone)).toContainText(/not sent|条未发送/);

  await page.reload();
  await page.locator("tr, li").filter({ hasText: "Side" }).last().locator("button").last().click();
  await expect(page).toHaveURL(/done=ended/);
  await phone.reload();
  await expect(phone.locator("h1")).toContainText(/This link is over|此链接已失效/);
  await expectNoOverflow(phone);
  await expectAccessible(phone);
  const saved = phone.waitForEvent("download");
  await phone.getByRole("button", { name: /as a file|保存为文件/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^check-in-\d+-.*\.json$/);
});

/** Signs in and opens the gate of the evening, for one of its parties; what the page sends is in `sent`. */
async function openGate(page: Page, which: number): Promise<{ sent: Mark[]; party: ListedParty }> {
  const sent: Mark[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/marks")) return;
    const marks: Mark[] = JSON.parse(
      new URLSearchParams(request.postData() ?? "").get("marks") ?? "[]",
    );
    const known = new Set(sent.map(({ id }) => id));
    sent.push(...marks.filter(({ id }) => !known.has(id)));
  });
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/events");
  await page.getByRole("link", { name: EVENING }).first().click();
  await expect(page).toHaveURL(/\/admin\/events\/\d+/);
  const gate = `${new URL(page.url()).pathname}/check-in`;
  const list: CheckInList = await (await page.request.get(`${gate}/list`)).json();
  await page.goto(gate);
  await expect(page.locator("h1")).toContainText(EVENING);
  const party = list.parties.filter(({ state }) => state === "registered")[which];
  if (!party) throw new Error("The evening has too few parties.");
  return { sent, party };
}

const strip = (page: Page) => page.locator("main [role=status]").first();
const comeIn = (page: Page) => page.getByRole("button", { name: /come in|comes in|人进场/ });
const leaves = (page: Page) => page.getByRole("button", { name: /^Leaves$|^离场$|离开/ });

/** Reads a party's code, by what is typed or by what a camera reads: the same is not heard again so soon. */
async function read(page: Page, party: ListedParty, by: "code" | "token" = "code"): Promise<void> {
  await expect(strip(page)).toContainText(/List of|的名单/);
  await page.locator("#code").fill(party[by]);
  await page.locator("#code").press("Enter");
}

/** Presses a button twice before the page has drawn anything. */
function twice(button: Element): void {
  for (let press = 0; press < 2; press += 1)
    button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

/** Has the store of the check-in not open until the page hears `let-go`. */
function holdStore(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...asked) {
    const opening = open.apply(this, asked);
    let opened: ((event: Event) => void) | null = null;
    Object.defineProperty(opening, "onsuccess", {
      set: (heard) => {
        opened = heard;
      },
    });
    const isOpen = new Promise<Event>((resolve) => opening.addEventListener("success", resolve));
    addEventListener("let-go", () => void isOpen.then((event) => opened?.call(opening, event)));
    return opening;
  };
}

/** Has the browser say that there is no space left for a list until the page hears `make-room`. */
function fillUp(): void {
  const put = IDBObjectStore.prototype.put;
  let full = true;
  addEventListener("make-room", () => {
    full = false;
  });
  IDBObjectStore.prototype.put = function (...given) {
    if (full && this.name === "lists") throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  };
}
