import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { askedCheckout } from "#app/modules/payments/checkout-version.server.ts";
import { lookAtCheckout } from "#app/modules/payments/load-checkout.server.ts";
import { askAndWrite } from "#app/platform/ask-and-write.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { comes, withStripe } from "../../support/stripe/with-stripe.ts";
import { payingOnline } from "./stripe-fixtures.ts";

freshDatabase();
const stripe = withStripe();
const {
  now,
  owed,
  open,
  sessionOf,
  attemptStates,
  stateOf,
  end,
  cancel,
  jobs,
  poll,
  checksOut,
  atCounter,
} = payingOnline(stripe);

describe("a webhook that was lost", () => {
  test("is made up for: what was paid is asked after", async () => {
    await checksOut();
    expect(await poll()).toBe(1);
    expect(await stateOf()).toBe("paid");
    expect(await poll()).toBe(0);
  });

  test("so is a session that ran out, and frees what was kept", async () => {
    await open();
    stripe().ahead = 32 * 60_000;
    await poll();
    expect(await attemptStates()).toEqual(["expired"]);
    expect(await cancel()).toEqual({ ok: true });
  });

  test("so is one that Stripe was asked for, and nobody heard the answer", async () => {
    stripe().failures.push({ on: /POST .*sessions$/, how: "answer-lost", times: 2 });
    await open();
    const [session] = stripe().books.all("checkout.session");
    stripe().books.checkOut(String(session?.id), "paid");
    await poll();
    expect(await stateOf()).toBe("paid");
  });

  test("waits while Stripe is away, and comes after", async () => {
    await checksOut();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await poll()).toBe(0);
    expect(await stateOf()).toBe("open");
    expect(await poll()).toBe(1);
    expect(await stateOf()).toBe("paid");
  });
});

describe("cancelling what is being paid", () => {
  test("ends the session there first", async () => {
    await open();
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
    expect(await end()).toBe("ended");
    expect(await cancel()).toEqual({ ok: true });
    expect(stripe().books.get("checkout.session", await sessionOf()).status).toBe("expired");
  });

  test("comes too late where the member was faster", async () => {
    await checksOut();
    expect(await end()).toBe("paid");
    expect(await cancel()).toEqual({ ok: false, refusal: "paid" });
    expect(now.gift.paid).toHaveLength(1);
  });

  test("waits while Stripe does not answer", async () => {
    await open();
    stripe().failures.push({ on: /./, how: "refused", times: 2 });
    expect(await end()).toBe("away");
    expect(await cancel()).toEqual({ ok: false, refusal: "being-paid" });
  });
});

describe("while Stripe is away", () => {
  test("the page is told, and the counter takes the money", async () => {
    stripe().failures.push({ on: /./, how: "broken", times: 2 });
    expect(await open()).toEqual({ ok: false, refusal: "away" });
    expect(await atCounter()).toMatchObject({ ok: true });
    expect(await stateOf()).toBe("paid");
    await poll();
    expect(await stateOf()).toBe("paid");
  });
});

test("whatever comes in between, also what breaks half-way, is settled as Stripe has it", async () => {
  await checksOut();
  now.gift.failing = true;
  await comes(stripe(), ...stripe().held);
  await expect(jobs()).rejects.toThrow("cannot go on");
  expect(await stateOf()).toBe("open");
  expect(await attemptStates()).toEqual(["open"]);
  now.gift.failing = false;
  await jobs();
  expect(await stateOf()).toBe("paid");
});

describe("Stripe that is slow", () => {
  test("is not written over something newer by whoever asked before", async () => {
    await open();
    const sessionId = await sessionOf();
    const { id } = await db().paymentCheckout.findFirstOrThrow({ where: { sessionId } });
    // Asked while it was open, and answered after it was paid and written down.
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asked = 0;
    const slow = askAndWrite(
      await askedCheckout(id),
      async () => {
        const { status } = stripe().books.get("checkout.session", sessionId);
        asked += 1;
        if (asked === 1) await late;
        return String(status);
      },
      async (_tx, status) => status,
    );
    stripe().books.checkOut(sessionId, "paid");
    await comes(stripe(), ...stripe().held);
    await jobs();
    expect(await stateOf()).toBe("paid");
    answer();
    expect(await slow).toBe("complete");
    expect(asked).toBe(2);
  });

  test("keeps no connection from pages that have nothing to do with it", async () => {
    const ids = [];
    for (let n = 0; n < 14; n++) {
      const id = await owed();
      await open(id);
      ids.push(id);
    }
    stripe().failures.push({ on: /GET/, how: "slow", times: 14, ms: 2_000 });
    let settled = 0;
    const look = async (id: number) => {
      await lookAtCheckout(id, [now.gift.payable]);
      settled += 1;
    };
    const slow = Promise.all(ids.map(look));
    await sleep(300);
    await db().payment.count();
    expect(settled).toBe(0);
    await slow;
    expect(settled).toBe(ids.length);
  });
});
