import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

const ROWS = 4_000;
const HEADER =
  "工单号,门店,结算日期,车架号,车牌号,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,备注";

/** An export: many orders of cars that nobody holds, and one of a member's. */
function anExport(): Buffer {
  const row = (number: string, plate: string) =>
    [
      number,
      "湖畔一店",
      "2026-11-18",
      "",
      plate,
      "",
      "保养",
      "1000.00",
      "0.00",
      "0.00",
      "1000.00",
      "微信",
      "",
    ].join(",");
  const lines = Array.from({ length: ROWS - 1 }, (_, n) =>
    row(`MZ-${n}`, `沪Z${String(10_000 + n).slice(-5)}`),
  );
  return Buffer.from(`${[HEADER, ...lines, row(`MZ-own`, "浙ATWDZB")].join("\r\n")}\r\n`);
}

test("a file comes in, its progress survives a reload, and an admin takes the whole of it back", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const own = "M00012989";
  const points = async () => {
    await page.goto(`/admin/members/${own}`);
    return page.locator("main").innerText();
  };
  await signIn(page, "admin@marque.test");
  const before = await points();

  await page.goto("/admin/imports");
  await page.locator('input[type="file"]').setInputFiles({
    name: "mistake.csv",
    mimeType: "text/csv",
    buffer: anExport(),
  });
  await page.locator('form[enctype="multipart/form-data"] button[type="submit"]').click();
  await expect(page).toHaveURL(/\/admin\/imports\/\d+$/);
  const address = page.url();
  const main = page.locator("main");
  // Whoever reloads half-way finds it where it is.
  await page.reload();
  await expect(main.locator("progress")).toHaveCount(0, { timeout: 60_000 });
  await expect(main).toContainText("4,000");
  await expectAccessible(page);
  expect(await points()).not.toBe(before);

  await page.goto(address);
  await page.locator(`a[href$="/reverse"]`).click();
  // The page has done it, and undone that, to say what it comes to.
  await expect(page).toHaveURL(/\/reverse$/, { timeout: 30_000 });
  await expect(main).toContainText("4,000");
  await expectAccessible(page);
  await expectNoOverflow(page);
  const danger = page.locator('form button[type="submit"].button-danger');
  await page.locator('textarea[name="reason"]').fill("   ");
  await danger.click();
  await expect(main).toContainText("请写明原因，至少 2 个字");
  await page.locator('textarea[name="reason"]').fill("选错了文件");
  await danger.click();
  await expect(page).toHaveURL(/\/admin\/imports\/\d+#reversal$/);
  await page.reload();
  await expect(main).toContainText("已撤回", { timeout: 60_000 });
  await expect(main.locator("progress")).toHaveCount(0, { timeout: 60_000 });
  await expectAccessible(page);
  await expectNoOverflow(page);
  await expect(page.locator(`a[href$="/reverse"]`)).toHaveCount(0);

  // Asked for by the page, as a reader would: with the browser's languages.
  const report = await page.evaluate(
    async (path) => (await fetch(path)).text(),
    `${new URL(address).pathname}/report.csv`,
  );
  expect(report).toContain("记录已移除");
});

test("the desk brings files in, but taking one back is not its to do", async ({ page }) => {
  await signIn(page, "desk@marque.test");
  await page.goto("/admin/imports/1");
  await expect(page.locator(`a[href$="/reverse"]`)).toHaveCount(0);
  await page.goto("/admin/imports/1/reverse");
  await expect(page.locator("main")).toContainText(/not yours|无权/i);
});

test("an admin finds a letter, reads it without its code, and filters by what became of it", async ({
  page,
}) => {
  await signIn(page, "admin@marque.test");
  await page.goto("/admin/mails");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.locator("table a").first().click();
  await expect(page).toHaveURL(/\/admin\/mails\/\d+$/);
  await expectAccessible(page);
  await expect(page.locator("main")).not.toContainText("/letters/unsubscribe/");
  await page.goto("/admin/mails?state=failed&recipient=nobody%40marque.test");
  await expect(page.locator("table")).toHaveCount(0);
  await expectAccessible(page);
});
