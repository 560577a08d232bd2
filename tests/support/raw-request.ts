import { request as httpRequest } from "node:http";

export type Asked = { method?: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; type: string; body: string };

/** Asks a server on this machine over the wire as it is given: fetch would tidy it up first. */
export function askRaw(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => {
        const type = answer.headers["content-type"] ?? "";
        resolve({ status: answer.statusCode ?? 0, type, body: text });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
