import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

// Which requests Stripe accepts: its own published description. What it would refuse, the stand-in refuses.

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  [keyword: string]: unknown;
};
type Operation = {
  parameters: { in: string; name: string; required: boolean; schema: Schema }[];
  requestBody?: Schema;
};

const FIXTURES = path.resolve(import.meta.dirname, "../../fixtures/stripe");
const { paths } = JSON.parse(readFileSync(path.join(FIXTURES, "requests.json"), "utf8")) as {
  paths: Record<string, Record<string, Operation>>;
};

const ajv = new Ajv({ coerceTypes: true, strict: false, allErrors: true });
for (const format of ["unix-time", "decimal", "currency"]) ajv.addFormat(format, true);

export type CheckedRequest =
  | { ok: true; route: string; ids: string[]; params: Record<string, unknown> }
  | { ok: false; status: number; code: string; message: string; param?: string };

/** Whether Stripe would take a request, and what it holds with the types that Stripe reads in it. */
export function checkRequest(method: string, url: URL, body: string): CheckedRequest {
  const found = find(method, url.pathname);
  if (!found) {
    const message = `Unrecognized request URL (${method}: ${url.pathname}).`;
    return { ok: false, status: 404, code: "unknown_url", message };
  }
  const params = nested(new URLSearchParams(method === "GET" ? url.search : body));
  if (params === null) {
    return { ok: false, status: 400, code: "parameter_invalid", message: "Unreadable parameters" };
  }
  const validate = validatorOf(found.route, method, found.operation);
  if (!validate(params)) {
    const [error] = validate.errors ?? [];
    const named = error?.params as { additionalProperty?: string; missingProperty?: string };
    const param = [
      error?.instancePath.slice(1),
      named?.additionalProperty ?? named?.missingProperty,
    ]
      .filter(Boolean)
      .join("/");
    const code = named?.additionalProperty
      ? "parameter_unknown"
      : named?.missingProperty
        ? "parameter_missing"
        : "parameter_invalid";
    return { ok: false, status: 400, code, message: `${param} ${error?.message}`, param };
  }
  return { ok: true, route: `${method} ${found.route}`, ids: found.ids, params };
}

function find(method: string, pathname: string) {
  for (const [route, operations] of Object.entries(paths)) {
    const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/g, "([^/]+)")}$`);
    const match = pattern.exec(pathname);
    const operation = operations[method.toLowerCase()];
    if (match && operation) return { route, operation, ids: match.slice(1) };
  }
  return null;
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(route: string, method: string, operation: Operation): ValidateFunction {
  const key = `${method} ${route}`;
  let validate = validators.get(key);
  if (!validate) {
    const asked = operation.parameters.filter((parameter) => parameter.in === "query");
    const schema: Schema =
      method === "GET"
        ? {
            type: "object",
            properties: Object.fromEntries(asked.map((each) => [each.name, each.schema])),
          }
        : (operation.requestBody ?? { type: "object", properties: {} });
    validate = ajv.compile(closed(schema));
    validators.set(key, validate);
  }
  return validate;
}

/** Stripe takes no parameter that it does not know, at any depth. */
function closed(schema: Schema): Schema {
  const { properties, items, anyOf, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, each]) => [name, closed(each)]),
          ),
          additionalProperties: additionalProperties ?? false,
        }
      : {}),
    ...(items ? { items: closed(items) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(closed) } : {}),
  };
}

/** `line_items[0][price_data][currency]=cny` as the object that it means; null for what means none. */
function nested(fields: URLSearchParams): Record<string, unknown> | null {
  const root: Record<string, unknown> = {};
  for (const [name, value] of fields) {
    const keys = [...name.matchAll(/^([^[\]]+)|\[([^[\]]*)\]/g)].map(
      ([, head, key]) => head ?? key,
    );
    if (keys.length === 0 || keys.some((key) => key === "__proto__")) return null;
    let place: Record<string, unknown> = root;
    for (const key of keys.slice(0, -1)) {
      place[key as string] ??= {};
      place = place[key as string] as Record<string, unknown>;
      if (typeof place !== "object") return null;
    }
    place[keys.at(-1) as string] = value;
  }
  return lists(root) as Record<string, unknown>;
}

/** Objects whose keys are 0, 1, 2 … are lists. */
function lists(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, lists(each)] as const);
  const isList = entries.length > 0 && entries.every(([key], place) => key === String(place));
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}
