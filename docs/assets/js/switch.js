// The language switch keeps the section: ids are the same in both languages, so the fragment can go along.
const keepSection = () => {
  for (const link of document.querySelectorAll("a.md-select__link[hreflang]")) {
    const address = new URL(link.href)
    address.hash = location.hash
    link.href = address.href
  }
}
addEventListener("hashchange", keepSection)
// A click on a heading's link changes the address without this event where the section is shown already.
document.addEventListener("pointerdown", keepSection)
document.addEventListener("focusin", keepSection)
keepSection()
