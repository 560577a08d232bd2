import type { Browser, Page } from "@playwright/test";
import { originFor, runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const OWNER = "陈志远";

/** The owner takes a gift of the catalogue. The answer is what its code says to the desk. */
async function taken(owner: Page, title: RegExp): Promise<string> {
  await owner.goto("/my/gifts");
  await owner.getByRole("link", { name: title }).first().click();
  await expect(owner.locator("h1")).toHaveText(title);
  const recipient = owner.locator('input[name="recipient"]');
  if (await recipient.isVisible()) {
    await recipient.fill(OWNER);
    await owner.locator('input[name="phone"]').fill("13800138000");
    await owner.locator('[name="lines"]').fill("上海市徐汇区湖畔路 7 号");
  }
  await owner.locator('button[name="intent"][value="take"]').click();
  await expect(owner).toHaveURL(/\/my\/redemptions\/\d+/);
  await expect(owner.locator("section[aria-labelledby=steps]")).toBeVisible();
  const words = await owner.locator("main").innerText();
  return /MQ[RV](-[0-9A-Z]{4}){3}/.exec(words)?.[0] ?? owner.url();
}

async function theOwner(browser: Browser, locale: string | undefined): Promise<Page> {
  const baseURL = originFor(test.info().parallelIndex);
  const owner = await (await browser.newContext({ locale, baseURL })).newPage();
  await signIn(owner, "gold@marque.test");
  return owner;
}

/** What a scanner at the desk does: it types the code and presses Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.locator('input[name="q"]').fill(code);
  await page.locator('input[name="q"]').press("Enter");
}

test("a gift is taken, laid out, and handed over by scanning its code", async ({
  page,
  browser,
  locale,
}) => {
  const owner = await theOwner(browser, locale);
  const code = await taken(owner, /Enamel key ring|珐琅钥匙扣/);
  expect(code).toMatch(/^MQR-/);

  await signIn(page, "desk@marque.test");
  await page.goto("/admin/redemptions/pick-list?store=all");
  await expect(page.locator("main")).toContainText(OWNER);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main")).toContainText(OWNER);
  for (const frame of ["header", "nav", "footer"]) {
    await expect(page.locator(frame).filter({ visible: true })).toHaveCount(0);
  }
  await page.emulateMedia({ media: "screen" });
  await page.goto("/admin/redemptions");
  await expectAccessible(page);
  await page
    .getByRole("checkbox", { name: /(Enamel key ring|珐琅钥匙扣).*陈志远/ })
    .last()
    .check();
  await page.getByRole("button", { name: /Ready to collect|标为可领取/ }).click();
  await expect(page.getByRole("status")).toContainText(/is ready to collect|已备好/);

  await scan(page, code);
  await expect(page).toHaveURL(/\/admin\/redemptions\/\d+$/);
  await expect(page.locator("main")).toContainText("M00090027");
  await expectAccessible(page);
  await expectNoOverflow(page);
  const handOver = page.getByRole("button", { name: /^(Hand over|交付)$/ });
  await handOver.click();
  await expect(page.locator("main")).toContainText(/Say who is at the desk|请选择由谁领取/);
  await page.getByRole("radio", { name: OWNER }).check();
  await handOver.click();
  await expect(page).toHaveURL(/done=hand-over/);
  await expect(page.getByRole("status")).toContainText(/Handed over|已交付/);
  await scan(page, code);
  await expect(page).toHaveURL(/\/admin\/redemptions\/\d+$/);
  await expect(handOver).toHaveCount(0);

  await owner.reload();
  await expect(owner.locator("main")).toContainText(/ollected|已领取/);
  await owner.context().close();
});

test("a parcel is sent with its number and delivered, and its address goes", async ({
  page,
  browser,
  locale,
}, { project }) => {
  const owner = await theOwner(browser, locale);
  await taken(owner, /Seat cushion pair|座椅靠垫一对/);
  const address = owner.url().replace("/my/", "/admin/");
  const number = `SF-${project.name}`;

  await signIn(page, "desk@marque.test");
  await page.goto(new URL(address).pathname);
  await expect(page.locator("address")).toContainText("湖畔路 7 号");
  await page.locator('input[name="carrier"]').fill("顺丰");
  await page.locator('input[name="trackingNumber"]').fill(number);
  await page.locator('input[name="trackingNumber"]').press("Enter");
  await expect(page).toHaveURL(/done=ship/);
  await owner.reload();
  await expect(owner.locator("main")).toContainText(number);

  await page.getByRole("button", { name: /^(Delivered|标为已送达)$/ }).click();
  await expect(page).toHaveURL(/done=deliver/);
  await expect(page.locator("address")).toHaveCount(0);
  await owner.context().close();
});

test("a voucher is looked at, used, told as used, and the use undone", async ({
  page,
  browser,
  locale,
}) => {
  const owner = await theOwner(browser, locale);
  const code = await taken(owner, /Showroom wash|精洗一次/);
  expect(code).toMatch(/^MQV-/);
  await owner.context().close();

  await signIn(page, "desk@marque.test");
  await page.goto("/admin");
  await scan(page, code);
  await expect(page).toHaveURL(/\/admin\/vouchers\?code=/);
  await page.reload();
  await expectAccessible(page);
  await expectNoOverflow(page);
  const press = page.getByRole("button", { name: /^(Use the voucher|核销)$/ });
  await press.click();
  await expect(page).toHaveURL(/done=used/);
  await expect(press).toHaveCount(0);

  await scan(page, code);
  await expect(page).not.toHaveURL(/done/);
  await expect(page.getByRole("status")).toContainText("许文");
  await expect(press).toHaveCount(0);

  await page
    .locator("summary")
    .filter({ hasText: /Undo this use|撤销这次核销/ })
    .click();
  await page.locator('textarea[name="reason"]').fill("The wrong car");
  await page.getByRole("button", { name: /Undo this use|撤销这次核销/ }).click();
  await expect(page).toHaveURL(/done=undone/);
  await expect(press).toBeVisible();

  await scan(page, "MQV-0000-0000-0000");
  await expect(page.getByRole("alert")).toContainText(/No voucher has this code|没有这个券码/);
});

// Of the real roster, so that no other journey counts on what they have. Each project has its own.
const SAVERS = { "phone-en": "M00012849", "desk-zh": "M00011973" } as const;

test("two gifts are taken for a member at the desk and handed over at once, without scripts", async ({
  browser,
  locale,
}, { project, parallelIndex }) => {
  const number = SAVERS[project.name as keyof typeof SAVERS];
  const context = await browser.newContext({
    locale,
    baseURL: originFor(parallelIndex),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await signIn(page, "desk@marque.test");
  for (const title of [/Club desk calendar|车友会台历/, /Crayon and drawing|蜡笔画板/]) {
    await page.goto(`/admin/members/${number}`);
    await page.getByRole("link", { name: /^(Take a gift|兑换礼品)$/ }).click();
    const choice = page.locator('select[name="choice"] option').filter({ hasText: title });
    await page
      .locator('select[name="choice"]')
      .selectOption((await choice.getAttribute("value")) ?? "");
    await page.getByRole("button", { name: /Take it for the member|确认兑换/ }).click();
    await expect(page).toHaveURL(/\/admin\/redemptions\/\d+\?done=taken/);
  }
  await page.goto(`/admin/members/${number}`);
  const boxes = page.locator('input[name="chosen"]');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  await page.locator('input[name="collector"][value="owner"]').check();
  await page.getByRole("button", { name: /Hand over those ticked|交付勾选/ }).click();
  await expect(page).toHaveURL(/handed-over=2/);
  await expect(boxes).toHaveCount(0);
  await context.close();
});

/** The gift that was just taken lies ready at its store. */
async function laidOut(page: Page, owner: Page): Promise<string> {
  const id = /redemptions\/(\d+)/.exec(owner.url())?.[1] ?? "";
  await signIn(page, "desk@marque.test");
  await page.goto(`/admin/redemptions/${id}`);
  await page.getByRole("button", { name: /Ready to collect|标为可领取/ }).click();
  await expect(page).toHaveURL(/done=ready/);
  return id;
}

test("what staff cancel says why, and its statement names what the points are back for", async ({
  page,
  browser,
  locale,
}) => {
  const owner = await theOwner(browser, locale);
  await taken(owner, /Club desk calendar|车友会台历/);
  const id = await laidOut(page, owner);
  const cancel = page
    .locator("details")
    .filter({ has: page.locator('input[name="intent"][value="cancel"]') });
  await cancel.locator("summary").click();
  await cancel.locator('textarea[name="reason"]').fill("Torn in transport");
  await cancel.getByRole("button").click();
  await expect(page).toHaveURL(/done=cancel/);

  await owner.goto(`/my/redemptions/${id}`);
  await expect(owner.locator("main")).toContainText("Torn in transport");
  await owner.goto("/my/points");
  await expect(owner.locator("main")).toContainText(
    /Points given back: Club desk calendar|积分退回：车友会台历/,
  );
  await owner.context().close();
});

const pointsOn = async (owner: Page) => {
  await owner.goto("/my/gifts");
  const words = await owner.locator("main").innerText();
  return /(?:You have|您有) ([\d,]+)/.exec(words)?.[1];
};

test("what nobody collects is reminded of, ends, and gives its points back", async ({
  page,
  browser,
  locale,
}) => {
  const owner = await theOwner(browser, locale);
  const before = await pointsOn(owner);
  await taken(owner, /Club desk calendar|车友会台历/);
  const id = await laidOut(page, owner);
  // Home says so while it waits.
  await owner.goto("/my");
  await expect(owner.locator("#next-thing")).toHaveText(/Your gift is ready|礼品已备好/);
  await expectAccessible(owner);
  await expectNoOverflow(owner);

  await runBeside(test.info().parallelIndex, "waiting-ends.ts", id);
  await owner.goto(`/my/redemptions/${id}`);
  await expect(owner.locator("main")).toContainText(/We reminded you|已提醒您/);
  await expect(owner.locator("main")).toContainText(/the points are back|积分已退还/);
  expect(await pointsOn(owner)).toBe(before);
  await owner.context().close();
});
