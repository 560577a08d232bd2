import { json } from "./openapi-parts.ts";
import { TEST_EVENT, webhookEventNames, webhookEvents } from "./webhook-schemas.ts";

const header = (name: string, description: string, schema: object) => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string", ...schema },
});

/** Every message is sent and answered in the same way, whatever it is about. */
const SENT = [
  header("webhook-id", "The message's id, the same however often it is sent: do nothing twice.", {
    pattern: "^evt_[A-Za-z0-9_-]+$",
  }),
  header("webhook-timestamp", "Seconds since 1970. Refuse what is older than five minutes.", {
    pattern: "^\\d+$",
  }),
  header(
    "webhook-signature",
    "v1, and the HMAC-SHA-256 of `{webhook-id}.{webhook-timestamp}.{body}` in base64, under the bytes that the secret holds in base64 behind whsec_. For a day after a new secret was made there are two, parted by a space: one that fits is enough.",
    { examples: ["v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="] },
  ),
];

const answers = {
  "2XX": { description: "Taken. Whatever else is in the answer is not read." },
  "410": { description: "Not wanted any more: nothing is sent from then on." },
  default: {
    description:
      "Not taken, as is a redirect, or no answer within ten seconds. It is sent again, up to seven times within a day and a half.",
  },
};

function told(operationId: string, summary: string, schema: string) {
  return {
    post: {
      operationId,
      summary,
      description:
        "Signed as Standard Webhooks (standardwebhooks.com) has it. Messages may come twice, and in another order than things happened.",
      security: [],
      parameters: SENT,
      requestBody: { required: true, content: json(schema) },
      responses: answers,
    },
  };
}

/** `lead.stage_changed` → `onLeadStageChanged`. */
const operationOf = (name: string) =>
  `on${name.replaceAll(/(?:^|[._])(\w)/g, (_all, letter: string) => letter.toUpperCase())}`;

/** What the club tells other programs by itself. */
export const apiWebhooks = {
  ...Object.fromEntries(
    webhookEventNames.map((name) => [
      name,
      told(operationOf(name), webhookEvents[name], "LeadEvent"),
    ]),
  ),
  [TEST_EVENT]: told("onWebhookTest", "An admin tries whether messages arrive", "TestEvent"),
};
