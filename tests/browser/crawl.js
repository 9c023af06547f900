// Fetch pages from `starts` on, following every link below `base`; return what was found on each, by address.
async ({ base, starts }) => {
  const found = {}
  const waiting = [...starts]

  const read = (document, address) => {
    const resolved = (element, name) => new URL(element.getAttribute(name), address).href
    const all = (selector) => [...document.querySelectorAll(selector)]
    const named = (link) => link.textContent.trim() || link.getAttribute("aria-label") || link.querySelector("img[alt]:not([alt=''])")
    return {
      language: document.documentElement.lang,
      ids: all("[id]").map((element) => element.id),
      links: [...new Set(all("a[href]").map((link) => resolved(link, "href")))],
      loads: [...new Set([
        ...all("script[src], img[src], source[src], iframe[src]").map((element) => resolved(element, "src")),
        ...all("link[rel=stylesheet], link[rel=icon]").map((element) => resolved(element, "href")),
      ])],
      canonical: all("link[rel=canonical]").map((link) => link.getAttribute("href")),
      alternates: Object.fromEntries(all("link[hreflang]").map((link) => [link.hreflang, link.getAttribute("href")])),
      headings: all("h1").map((heading) => heading.textContent),
      silentImages: all("img:not([alt])").map((image) => image.outerHTML),
      silentLinks: all("a[href]").filter((link) => !named(link)).map((link) => link.outerHTML.slice(0, 200)),
    }
  }

  while (waiting.length) {
    const address = waiting.pop()
    if (address in found) continue
    const answer = await fetch(address)
    const html = (answer.headers.get("Content-Type") ?? "").startsWith("text/html")
    const text = html ? await answer.text() : ""
    found[address] = { status: answer.status, html, ...read(new DOMParser().parseFromString(text, "text/html"), answer.url) }
    for (const link of [...found[address].links, ...found[address].loads]) {
      const next = link.split("#")[0]
      if (next.startsWith(base) && !(next in found)) waiting.push(next)
    }
  }
  return found
}
