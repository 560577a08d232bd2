import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { originFor, runBeside } from "../support/journeys/site.ts";
import {
  assign,
  drawing,
  found,
  nameJudge,
  onTablet,
  place,
  press,
  score,
  tag,
  typePrize,
} from "./contest-acts.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";
import { foundIn } from "./mailbox.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "en-GB" };

/** Who comes, with children of both age groups; the third wants no photographs of its child shown. */
const FAMILIES = [
  "owner00381@marque.test:何小满/6:何小河/9",
  "owner00382@marque.test:林知夏/7",
  "owner00383@marque.test:周一帆/5/-",
  "owner00384@marque.test:吴晓棠/6",
  "owner00385@marque.test:郑可心/8",
  "owner00386@marque.test:王子墨/10",
];
const WINNERS = "owner00381@marque.test";
/** One word of it is wider than half a phone. */
const LONG_PRIZE = "Model of the “Donaudampfschifffahrtsgesellschaftskapitän”";

/**
 * What each of three judges gives for idea, colour and care; nought is ten. The first two of the younger are level, with
 * 66, 56 and 76 points: idea, which weighs most, tells them apart.
 */
const SCORES: Record<string, [string, string, string]> = {
  何小满: ["955", "844", "066"],
  林知夏: ["677", "566", "788"],
  周一帆: ["333", "223", "444"],
  吴晓棠: ["222", "322", "333"],
  何小河: ["987", "876", "098"],
  郑可心: ["655", "544", "766"],
  王子墨: ["322", "433", "211"],
};

test("a drawing contest is held: entries, judges, prizes, draw, certificates, album, thanks, and right books", async ({
  page,
  browser,
}, { parallelIndex }) => {
  // A whole afternoon, and what comes after it.
  test.setTimeout(180_000);
  const baseURL = originFor(parallelIndex);
  const beside = (...args: string[]) => runBeside(parallelIndex, "contest-day.ts", ...args);
  const [begun] = await Promise.all([
    beside("begin", "2027", ...FAMILIES),
    signIn(page, "events@marque.test"),
  ]);
  const { eventId, slug, came } = JSON.parse(begun) as {
    eventId: number;
    slug: string;
    came: { registrationId: number; code: string }[];
  };
  await runBeside(parallelIndex, "give-password.ts", PASSWORD, WINNERS);
  const event = `/admin/events/${eventId}`;
  const phone = await browser.newPage({ ...PHONE, baseURL });
  await signIn(phone, "desk@marque.test");
  let contest = "";
  /** The number of each child's entry, as it stands beside its drawing. */
  const numbers = new Map<string, string>();
  const given = (judge: 0 | 1 | 2) =>
    new Map([...numbers].map(([child, number]) => [number, String(SCORES[child]?.[judge])]));
  const numberOf = (child: string) => String(numbers.get(child));

  await test.step("a contest is begun from what is usual, and opened", async () => {
    await page.goto(`${event}/contests`);
    await page.locator('main a[href$="like=drawing"]').click();
    await send(page);
    await expect(page).toHaveURL(/done=saved/);
    contest = new URL(page.url()).pathname;
    await press(page, "open");
    await expect(page).toHaveURL(/done=opened/);
  });

  await test.step("on a phone one is found by name and one by the family's code; six photos go at once", async () => {
    await phone.goto(`${contest}/entries`);
    await phone.locator("#person-search").fill("小满");
    await found(phone, "何小满").click();
    await phone
      .getByLabel("Choose a picture")
      .last()
      .setInputFiles(await drawing(0));
    await phone.locator("#person-search").fill(String(came[0]?.code.toLowerCase()));
    await expect(found(phone, "何小满")).toContainText("number 1");
    await found(phone, "何小河").click();
    await phone
      .getByLabel("Choose a picture")
      .last()
      .setInputFiles(await drawing(1));
    const photos = await Promise.all([2, 3, 4, 5, 6, 7].map(drawing));
    await phone.getByLabel("Many pictures at once").last().setInputFiles(photos);
    const taken = phone.locator("section[aria-labelledby=taken] li");
    await expect(taken.getByText("In", { exact: true })).toHaveCount(8, { timeout: 30_000 });
    // Numbers go on in the order in which the sheets were photographed.
    expect(await taken.locator(".figure").allTextContents()).toEqual([..."87654321"]);
    await expectAccessible(phone);
    await expectNoOverflow(phone);
  });

  await test.step("at a desk it is said whose they are: one is a child's second try, one was put in by mistake", async () => {
    await page.goto(`${contest}?waiting=yes`);
    for (const child of ["林知夏", "周一帆", "吴晓棠", "郑可心", "王子墨"]) {
      await assign(page, child);
    }
    await assign(page, "何小满", { replace: true });
    const mistaken = page.locator("main tbody tr:has(td bdi)").filter({ hasText: "王子墨" });
    await mistaken.locator("summary").click();
    await mistaken.locator('input[name="reason"]').fill("画纸放错了。");
    await mistaken.locator('button[value="withdraw"]').click();
    await expect(page).toHaveURL(/done=withdrawn/);
    await mistaken.locator('button[value="restore"]').click();
    await expect(page).toHaveURL(/done=restored/);
    for (const row of await page.locator("main tbody tr:has(td bdi)").all()) {
      const number = await row.locator(".figure").first().innerText();
      numbers.set(await row.locator("td bdi").first().innerText(), number);
    }
    expect([...numbers.keys()].sort()).toEqual(Object.keys(SCORES).sort());
    await press(page, "close");
    await expect(page).toHaveURL(/done=closed/);
  });

  await test.step("three judge on two tablets, by their links and four digits", async () => {
    await page.goto(`${contest}/judges`);
    const lin = await nameJudge(page, "林老师");
    const wu = await nameJudge(page, "吴老师");
    const zhao = await nameJudge(page, "赵老师");
    await Promise.all([
      onTablet(browser, baseURL, async (tablet) => {
        await tablet.goto(lin.link);
        await score(tablet, given(0));
        await tablet.locator("summary").last().click();
        await tablet.locator("#code").fill(wu.code);
        await tablet.locator('button[value="hand-over"]').click();
        await expect(tablet.locator("h1")).toContainText("吴老师");
        await score(tablet, given(1));
      }),
      onTablet(browser, baseURL, async (tablet) => {
        await tablet.goto(zhao.link);
        await score(tablet, given(2));
      }),
    ]);
  });

  await test.step("who is level is told apart by what weighs most; the first prize is a piece of the shelf", async () => {
    await page.goto(`${contest}/ranking`);
    const places = page.locator("main table").first().locator("tbody tr");
    for (const level of [0, 1]) {
      await expect(places.nth(level)).toContainText("+0.990222");
      await expect(places.nth(level)).toContainText("创意");
    }
    await page.goto(`${contest}/prizes`);
    const model = page.locator('[name="variant1"] option').filter({ hasText: "车模" }).first();
    await typePrize(page, 1, ["1", "500", "Model car", "车模"]);
    await page.locator('[name="variant1"]').selectOption(await model.getAttribute("value"));
    await typePrize(page, 2, ["1", "300", "Stationery box", "文具礼盒"]);
    await typePrize(page, 3, ["2", "200", LONG_PRIZE, "文具礼盒"]);
    await send(page);
    await expect(page).toHaveURL(/done=prizes/);
    await press(page, "publish");
    await expect(page).toHaveURL(/done=published/);
    await expectAccessible(page);
    await expectNoOverflow(page);
  });

  await test.step("a prize is given on the stage; guests read who won and why, and give a heart, once", async () => {
    await phone.goto(`${event}/prizes`);
    const first = phone.locator("main li").filter({ hasText: "何小满" });
    await expect(first).toContainText("1st prize: Model car");
    await first.locator('button[value="hand-over"]').click();
    await expect(phone).toHaveURL(/done=handed-over/);
    await expect(first).toContainText("handed over");
    await expectAccessible(phone);

    const guest = await browser.newPage({ ...PHONE, baseURL });
    await guest.goto(`/events/${slug}/results`);
    await expect(place(guest, numberOf("何小满"))).toContainText("level, decided by “Idea”");
    await expect(guest.locator("main")).not.toContainText("何");
    await expectAccessible(guest);
    await expectNoOverflow(guest);
    await guest.goto(`/events/${slug}/gallery`);
    await expect(guest.locator("main li img")).toHaveCount(7);
    const heart = guest.locator("main li").first();
    await heart.getByRole("button").dblclick();
    await expect(heart.locator('button[value="no"]')).toBeVisible();
    await guest.reload();
    await expect(heart.locator('button[value="no"]')).toBeVisible();
    await expect(heart).toContainText("1 heart");
    await expectAccessible(guest);
    await expectNoOverflow(guest);

    await signIn(guest, WINNERS);
    await guest.goto(`/my/registrations/${came[0]?.registrationId}/results`);
    const own = guest.locator("main li").filter({ hasText: "何小满" });
    await expect(own).toContainText("Place 1 of 4");
    await expect(own).toContainText("You have the prize.");
    await own.locator('button[name="named"]').click();
    await expect(guest).toHaveURL(/done=saved/);
    await guest.goto(`/events/${slug}/results`);
    await expect(place(guest, numberOf("何小满"))).toContainText("何");
    await guest.close();
  });

  await test.step("the thank-you draw: its list is closed, its slips are printed, two are picked", async () => {
    await page.locator('main a[href^="/admin/draws/new?event="]').click();
    const type = (name: string, value: string) => page.locator(`main [name="${name}"]`).fill(value);
    await type("titleEn", "Thank-you draw");
    await type("titleZh", "答谢抽奖");
    await type("drawAt", `${inDays(1)}T15:00`);
    await type("claimBy", inDays(20));
    await type("prizeCount1", "2");
    await type("prizeEn1", "Paint coating worth ¥1,200");
    await type("prizeZh1", "价值 1,200 元的漆面镀膜");
    await send(page);
    await expect(page).toHaveURL(/done=saved/);
    const draw = new URL(page.url()).pathname;
    await press(page, "freeze");
    await expect(page).toHaveURL(/done=frozen/);
    const open = String(await page.locator('main a[href^="/draws/"]').first().getAttribute("href"));
    const list = await (await page.request.get(`${open}/list.txt`)).text();
    await page.goto(open);
    await expect(page.locator("main")).toContainText(sha256(list));
    await page.goto(`${draw}/slips`);
    const slips = await page.locator("main li .figure").allInnerTexts();
    expect(slips).toHaveLength(FAMILIES.length);
    await page.goto(draw);
    for (const [at, slip] of slips.slice(2, 4).entries()) {
      await page.locator('[name="entry"]').fill(slip);
      await press(page, "pick");
      await expect(page.locator("main tbody tr")).toHaveCount(at + 1);
    }
    // Nothing is left to be picked for.
    await expect(page.locator('[name="entry"]')).toHaveCount(0);
    await press(page, "hand-over");
    await expect(page).toHaveURL(/done=handed-over/);
    await phone.goto(open);
    await expect(phone.locator("section[aria-labelledby=winners] tbody tr")).toHaveCount(2);
  });

  await test.step("certificates are issued and printed, and their code is confirmed", async () => {
    await page.goto(`${event}/certificates`);
    await press(page, "issue");
    await expect(page).toHaveURL(/done=issued/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('main a[href*="certificates.pdf"]').first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    const won = page
      .locator("main tbody tr")
      .filter({ hasText: "何小河" })
      .filter({ hasText: "第 1 名" });
    const code = await won.locator(".figure").innerText();
    await phone.goto("/certificates");
    await phone.locator('input[name="code"]').fill(code);
    await phone.locator("main form button").click();
    await expect(phone.locator("main")).toContainText(
      "won 1st place in “Drawing contest” (Junior)",
    );
  });

  await test.step("its album, in which nobody is shown whose family does not want it", async () => {
    await page.goto(`${event}/album`);
    await page.locator("#pictures").setInputFiles(await Promise.all([8, 9, 10, 11].map(drawing)));
    const pictures = page.locator('main li img[src*="/album/pictures/"]');
    await expect(pictures).toHaveCount(4, { timeout: 30_000 });
    await tag(page, "IMG_2008.jpg", "何小满");
    await tag(page, "IMG_2009.jpg", "周一帆");
    await press(page, "publish");
    await expect(page).toHaveURL(/done=publish/);
  });

  await test.step("all are thanked, with a picture of theirs", async () => {
    await beside("end", String(eventId));
    await page.goto(`${event}/thanks`);
    await press(page, "send");
    await expect(page).toHaveURL(/done=started/);
    const [, album] = await foundIn(WINNERS, /(\/my\/albums\/[\w-]+)/);
    await signIn(phone, WINNERS);
    await phone.goto(String(album));
    await expect(phone.locator("main li[id^=p-]")).toHaveCount(3);
    await phone.goto(`${album}?ours=1`);
    await expect(phone.locator("main li[id^=p-]")).toHaveCount(1);
  });

  await test.step("each point leads to the ranking it was won by, and the club's books are right", async () => {
    await phone.goto("/my/points");
    const entry = phone.locator("main li").filter({ hasText: "1st prize, Little" });
    await expect(entry).toContainText("+500");
    await entry.locator("summary").click();
    const paper = entry.locator('a[href$="/ranking/1.txt"]');
    const text = await (await phone.request.get(String(await paper.getAttribute("href")))).text();
    expect(text).toContain(`\nb1 1 ${numberOf("何小满")} `);
    await page.goto(`/events/${slug}/results`);
    await page.locator("main summary").last().click();
    await expect(page.locator("main")).toContainText(sha256(text));
    await runBeside(parallelIndex, "../../../scripts/ledger-verify.ts");
  });
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const send = (page: Page) => page.locator("main form button:not([type=button])").last().click();
/** A day of the club, so many from today. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", {
    timeZone: "Asia/Shanghai",
  });
