/** Whether an address is the page that is shown, at whatever place on it. */
export function isThisPage(url: URL | HTMLAnchorElement): boolean {
  return url.pathname + url.search === window.location.pathname + window.location.search;
}

/** Whether a click on a link ends this page; not so for another tab or window, another site, or a place on this page. */
export function leavesPage(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return !(
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey ||
    (link.target !== "" && link.target !== "_self") ||
    link.hasAttribute("download") ||
    link.origin !== window.location.origin ||
    isThisPage(link)
  );
}
