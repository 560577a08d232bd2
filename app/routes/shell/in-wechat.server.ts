/** Whether a page is read within WeChat: what is opened from there may not come back. */
export const isInWeChat = (request: Request): boolean =>
  /MicroMessenger/i.test(request.headers.get("User-Agent") ?? "");
