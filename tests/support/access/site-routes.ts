import path from "node:path";
import {
  type ActionFunctionArgs,
  createRequestHandler,
  type LoaderFunctionArgs,
  type RequestHandler as RemixHandler,
  type ServerBuild,
} from "@remix-run/node";
import { narrowing } from "#app/platform/http/narrow-build.server.ts";
import remixConfig from "../../../remix.config.js";

/** What an access test needs of a route's file. */
export type RouteModule = ServerBuild["routes"][string]["module"] & {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
};

export type SiteRoute = {
  /** As Remix names it: `routes/members/admin/search`. */
  id: string;
  parentId: string | undefined;
  path: string | undefined;
  index: boolean | undefined;
  module: RouteModule;
};

type ConfiguredRoute = {
  id?: string;
  path?: string;
  index?: boolean;
  file: string;
  children?: ConfiguredRoute[];
};

const app = path.resolve("app");

/** Every route of the site with its file, found as the build finds them. */
export async function loadSiteRoutes(): Promise<SiteRoute[]> {
  Object.assign(globalThis, { __remixAppDirectory: app });
  const { default: configured } = await import("#app/routes.ts");
  const root: ConfiguredRoute = {
    id: "root",
    path: "",
    file: "root.tsx",
    children: (await configured) as ConfiguredRoute[],
  };
  return withChildren(root, undefined);
}

async function withChildren(
  route: ConfiguredRoute,
  parentId: string | undefined,
): Promise<SiteRoute[]> {
  const id = route.id ?? route.file.replace(/\.[a-z]+$/, "");
  const file = path.join(app, route.file);
  const module = (await import(/* @vite-ignore */ file)) as RouteModule;
  const children = await Promise.all(
    (route.children ?? []).map((child) => withChildren(child, id)),
  );
  return [{ id, parentId, path: route.path, index: route.index, module }, ...children.flat()];
}

/**
 * The site as a function from request to response, routed as the server does. Pages are not rendered, only their answer
 * is told.
 */
export function siteHandler(routes: SiteRoute[], onError: (error: unknown) => void): RemixHandler {
  const handlerFor = narrowing(siteBuild(routes, onError), (build) =>
    createRequestHandler(build, "production"),
  );
  return (request, context) => handlerFor(new URL(request.url).pathname)(request, context);
}

/** The site as a build that renders no page. */
export function siteBuild(routes: SiteRoute[], onError: (error: unknown) => void): ServerBuild {
  return {
    entry: {
      module: {
        default: (_request: Request, status: number, headers: Headers) =>
          new Response(null, { status, headers }),
        handleError: onError,
      },
    },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: remixConfig.future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}
