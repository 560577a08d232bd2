import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton.server.ts";

const scopes = () =>
  singleton("request-scope", () => new AsyncLocalStorage<Map<string, unknown>>());

/** Runs the handling of one request; see {@link onceInRequest}. */
export function runInRequest<T>(handle: () => T): T {
  return scopes().run(new Map(), handle);
}

/**
 * Does a thing at most once in a request, whichever of its loaders asks first: a page and its layout
 * both want to know who asks, and the session is read once. Outside a request it is simply done.
 */
export function onceInRequest<T>(name: string, work: () => Promise<T>): Promise<T> {
  const scope = scopes().getStore();
  if (!scope) return work();
  const begun = scope.get(name) as Promise<T> | undefined;
  if (begun) return begun;
  const promise = work();
  scope.set(name, promise);
  return promise;
}
