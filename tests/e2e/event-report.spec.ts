import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test("whoever keeps events types what one cost, and finance reads it and takes it away", async ({
  page,
}) => {
  const label = "Umbrellas";
  const coffee = "咖啡与冷启动";
  const main = page.locator("main");
  await signIn(page, "events@marque.test");
  await page.goto("/admin/events");
  await page.getByRole("link", { name: "活动报告汇总" }).click();
  await expect(main.getByRole("link", { name: coffee })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await main.getByRole("link", { name: coffee }).click();
  await expect(main).toContainText("到场人数");
  await expectAccessible(page);
  await expectNoOverflow(page);

  const [what, sum] = ["用途", "金额（CNY）"];
  const add = page.getByRole("button", { name: "添加费用" });
  await main.locator("#label-new").fill(label);
  await main.locator("#amount-new").fill("twelve");
  await add.click();
  await expect(main).toContainText("请填写大于零的金额");
  await expect(main.locator("#label-new")).toHaveValue(label);
  await main.locator("#amount-new").fill("1,234.50");
  await add.dblclick();
  await expect(main).toContainText("费用已保存");
  const line = main.locator("details", { hasText: label });
  await expect(line).toHaveCount(1);
  await line.locator("summary").click();
  await line.getByLabel(sum).fill("234.50");
  await expect(line.getByLabel(what)).toHaveValue(label);
  await line.getByRole("button", { name: "保存修改" }).click();
  await expect(line.locator("summary")).toContainText("¥234.50");

  const address = new URL(page.url()).pathname;
  await signIn(page, "finance@marque.test");
  await page.goto(address);
  await expect(line.locator("summary")).toContainText("¥234.50");
  for (const [name, ending] of [
    ["导出 PDF", "pdf"],
    ["导出 CSV", "csv"],
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^event-report-\\d+\\.${ending}$`));
  }
  const csv = await (await page.request.get(`${address}.csv`)).text();
  expect(csv).toContain(`,${label},234.5,CNY,`);
});
