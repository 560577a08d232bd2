import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { openApi } from "#app/modules/api/openapi.ts";
import { type ProblemName, problem, problems } from "#app/modules/api/problem.ts";
import { TEST_EVENT, webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as describeApi } from "../../../app/routes/api/open/api.v1.openapi[.]json.ts";
import {
  anApiKey,
  anApiOrder,
  balanceFromApi,
  cancelOverHttp,
  readGiftsApi,
  redeemOverHttp,
  sendToApi,
} from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift } from "../../support/gifts.ts";
import { bringOrders, bringRoll, fixture } from "../../support/imports.ts";
import { earn } from "../../support/ledger-fixtures.ts";

testDatabase();

type Description = ReturnType<typeof openApi>;
let description: Description;
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(["components", "paths", "webhooks", "openapi", "info", "servers", "security"]);

beforeAll(async () => {
  description = (await describeApi().json()) as Description;
  ajv.addSchema(description, "api");
});

/** Holds a body against a schema of the description; gives what is wrong with it. */
function faults(name: keyof Description["components"]["schemas"], body: unknown): unknown {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (!validate) throw new Error(`There is no schema ${name}`);
  return validate(body) ? null : validate.errors;
}

/** The schema that the description gives for an answer of a call. */
function described(response: Response, path: keyof Description["paths"], method: "get" | "post") {
  const call = (description.paths[path] as Record<string, unknown>)[method] as {
    responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>;
  };
  const type = response.headers.get("Content-Type") ?? "";
  const schema = call.responses[String(response.status)]?.content[type]?.schema;
  if (!schema?.$ref) throw new Error(`${response.status} ${type} is not described for ${path}`);
  return schema.$ref.split("/").at(-1) as keyof Description["components"]["schemas"];
}

test("the description is OpenAPI 3.1, and each of its schemas is one", () => {
  expect(description.openapi).toBe("3.1.0");
  expect(description).toEqual(JSON.parse(JSON.stringify(openApi("http://club.marque.test"))));
  for (const name of Object.keys(description.components.schemas)) {
    expect(ajv.getSchema(`api#/components/schemas/${name}`)).toBeTypeOf("function");
  }
});

test("each message that the club sends by itself is described, with a schema of its own", () => {
  const names = [...webhookEventNames, TEST_EVENT];
  expect(Object.keys(description.webhooks).toSorted()).toEqual(names.toSorted());
  const posts = Object.values(description.webhooks).map(({ post }) => post);
  expect(new Set(posts.map(({ operationId }) => operationId)).size).toBe(names.length);
  for (const { requestBody } of posts) {
    const { $ref } = requestBody.content["application/json"].schema;
    expect(ajv.getSchema(`api${$ref}`)).toBeTypeOf("function");
  }
});

test("what is sent and answered for orders is what is described", async () => {
  await bringRoll(fixture("members.csv"));
  const key = await anApiKey("orders:write");
  const sent = [
    anApiOrder(),
    anApiOrder({ record: "correction", payer: "on-account" }),
    anApiOrder({ record: "cancellation" }),
    anApiOrder({ order_number: "RO-X", vin: "WBAD25UT0J3095118", plate: "粤B12345" }),
    anApiOrder({ order_number: "RO-Y", paid_minor: 1 }),
  ];
  for (const order of sent) {
    expect(faults("ServiceOrder", order)).toBeNull();
    const response = await sendToApi(order, { key });
    const schema = described(response, "/api/v1/service-orders", "post");
    expect(faults(schema, await response.json())).toBeNull();
  }
  for (const wrong of [{}, anApiOrder({ colour: "red" }), anApiOrder({ paid_minor: "1" })]) {
    expect(faults("ServiceOrder", wrong)).not.toBeNull();
    const response = await sendToApi(wrong, { key });
    expect(response.status).toBe(400);
    const schema = described(response, "/api/v1/service-orders", "post");
    expect(faults(schema, await response.json())).toBeNull();
  }
});

test("every balance of the club is what is described", async () => {
  await bringOrders(fixture("service-orders.csv"));
  const key = await anApiKey("balance:read");
  for (const number of ["M00010009", "M00010017", "M00010025", "M00010041", "M00010090"]) {
    const response = await balanceFromApi(number, { key });
    expect(response.status).toBe(200);
    const schema = described(response, "/api/v1/members/{number}/balance", "get");
    expect(faults(schema, await response.json())).toBeNull();
  }
  const unknown = await balanceFromApi("M00000000", { key });
  const schema = described(unknown, "/api/v1/members/{number}/balance", "get");
  expect(faults(schema, await unknown.json())).toBeNull();
});

test("what is sent and answered for gifts is what is described", async () => {
  const key = await anApiKey("gifts:read", "redemptions:read", "redemptions:write", "codes:read");
  await aGift({ availableUntil: new Date(Date.now() + 86_400_000), visibleFrom: new Date(0) });
  const gift = await aGift({ fulfilment: "voucher", pieces: 1 });
  const { sku } = await db().giftVariant.findUniqueOrThrow({ where: { id: gift.variantId } });
  const holds = async (
    response: Response,
    path: keyof Description["paths"],
    method: "get" | "post",
  ) => {
    const schema = described(response, path, method);
    expect(faults(schema, await response.json())).toBeNull();
  };
  await holds(await readGiftsApi({ gifts: true }, { key }), "/api/v1/gifts", "get");

  const account = await db().member.findUniqueOrThrow({ where: { number: "M00010009" } });
  await earn(Number(account.accountId), { points: 5_000 });
  const body = { items: [{ sku, points: gift.points }] };
  expect(faults("RedemptionRequest", body)).toBeNull();
  const redeemed = "/api/v1/members/{number}/redemptions";
  const first = await redeemOverHttp("M00010009", body, { key });
  const [{ id }] = (await first.clone().json()).redemptions;
  await holds(first, redeemed, "post");
  await holds(await redeemOverHttp("M00010009", body, { key }), redeemed, "post");
  for (const wrong of [{}, { items: [] }, { items: [{ sku, points: "1" }] }]) {
    expect(faults("RedemptionRequest", wrong)).not.toBeNull();
    await holds(await redeemOverHttp("M00010009", wrong, { key }), redeemed, "post");
  }
  await holds(await readGiftsApi({ redemptionsOf: "M00010009" }, { key }), redeemed, "get");
  const one = "/api/v1/redemptions/{id}";
  await holds(await readGiftsApi({ redemption: id }, { key }), one, "get");
  await holds(await readGiftsApi({ redemption: 999_999 }, { key }), one, "get");
  await holds(await cancelOverHttp(id, { key }), "/api/v1/redemptions/{id}/cancel", "post");
});

test("every problem there is has the described shape", () => {
  for (const name of Object.keys(problems) as ProblemName[]) {
    expect(faults("Problem", problem(name))).toBeNull();
  }
});
