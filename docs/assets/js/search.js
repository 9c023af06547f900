// The search of one language, in place of the theme's own worker, which finds no dates, no document numbers and no words of mixed
// script in Chinese text. It reads every section anew at each query: the guide is small, and so nothing has to be cut into words.
// It speaks with the page as the theme's worker does: it is sent SETUP and QUERY, and answers READY and RESULT.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const RUN = /\p{Script=Han}+|\p{N}+|(?:(?!\p{Script=Han})\p{L})+/gu
const HAN = /^\p{Script=Han}/u
const STOP = new Set("a an and are as at be by can do does for from how i in is it may of on or that the this to was we what when which who with".split(" "))
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" }
// How much more the opening of a page, with the page's title, counts than one of its sections.
const WHOLE_PAGE = 1.5
const OTHERS = 0.1
const LISTED = 3, NEARLY = 0.5
const TEASER = { before: 30, length: 150 }

let sections = []
let pages = new Map()
let simplified = {}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    setUp(data)
    postMessage({ type: READY })
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: search(data) } })
  }
})

const setUp = ({ config, docs }) => {
  simplified = config.simplified ?? {}
  sections = docs.map(({ location, title, text }) => ({ location, title: readable(title), text: readable(text) }))
  pages = new Map(sections.filter(({ location }) => !location.includes("#")).map((section) => [section.location, section]))
}

// A text of the index as readers see it, and the same, letter by letter, as it is compared.
const readable = (html) => {
  const shown = html.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp);/g, (name) => ENTITIES[name]).replace(/\s+/g, " ").trim()
  return { shown, folded: folded(shown) }
}

// Small letters, half-width forms, simplified characters: one for one, so that places stay the same.
const folded = (text) => [...text].map((one) => {
  const half = /[！-～]/.test(one) ? String.fromCharCode(one.charCodeAt(0) - 0xfee0) : one
  const small = half.toLowerCase()
  return simplified[one] ?? (small.length === one.length ? small : one)
}).join("")

// What a query asks for: its runs of one script, each with the pieces that are looked for, and all of them as one phrase.
const asked = (query) => {
  const all = folded(query).match(RUN) ?? []
  const telling = all.filter((run) => !STOP.has(run))
  const runs = (telling.length ? telling : all).map((run) => ({ run, pieces: pieces(run).map((piece) => pattern([piece])) }))
  return { runs, phrase: pattern(all) }
}

// Chinese is compared by pairs of characters, other runs as a whole.
const pieces = (run) => HAN.test(run) && run.length > 2 ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]

// What finds some runs side by side, whatever stands between them that is no letter and no digit.
const pattern = (runs) => new RegExp(runs.map(source).join("[^\\p{L}\\p{N}]*"), "gu")

// Numbers and short words stand alone; of longer words the part that their forms share is enough.
const source = (run) => {
  if (HAN.test(run)) return run
  if (/^\p{N}/u.test(run)) return `(?<!\\p{N})${run}(?!\\p{N})`
  return run.length > 2 ? `(?<![a-z])${stem(run)}\\p{Ll}*` : `(?<![a-z])${run}(?![a-z])`
}

const stem = (word) => word.length > 4 ? word.replace(/(?:ies|y|(?<!s)s)$/, "") : word

const search = (query) => {
  const { runs, phrase } = asked(query)
  if (!runs.length) return []
  const weights = new Map(runs.flatMap((one) => one.pieces).map((piece) => [piece, rarity(piece)]))
  const groups = new Map()
  for (const section of sections) {
    const score = scored(section, weights, phrase)
    if (score > 0) groups.set(page(section), [...groups.get(page(section)) ?? [], { section, score }])
  }
  for (const hits of groups.values()) hits.sort((a, b) => b.score - a.score)
  const sorted = [...groups].sort(([, a], [, b]) => weight(b) - weight(a))
  return sorted.map(([location, hits]) => result(location, hits, runs, phrase))
}

// A page counts as its best section does, and a little for every other one.
const weight = (hits) => hits[0].score + OTHERS * hits.slice(1).reduce((sum, { score }) => sum + score, 0)

const page = ({ location }) => location.split("#")[0]

const rarity = (piece) => {
  const holding = sections.filter(({ title, text }) => title.folded.search(piece) >= 0 || text.folded.search(piece) >= 0).length
  return Math.log(1 + sections.length / (holding + 0.5))
}

// How well a section answers: rare pieces count more, those in its title most; the words of the query side by side best of all.
const scored = ({ location, title, text }, weights, phrase) => {
  let score = 0, found = 0, wanted = 0
  for (const [piece, weight] of weights) {
    const above = title.folded.search(piece) >= 0 ? 3 : 0
    const below = text.folded.match(piece)?.length ?? 0
    wanted += weight
    if (above || below) found += weight
    score += weight * (above + below / (below + 1 + text.folded.length / 500))
  }
  const share = found / wanted
  return share < 0.5 ? 0 : score * share ** 2 * closeness(title, text, phrase) * (pages.has(location) ? WHOLE_PAGE : 1)
}

const closeness = (title, text, phrase) => {
  const [inTitle] = title.folded.match(phrase) ?? []
  if (inTitle) return inTitle.length === title.folded.length ? 4 : 3
  return text.folded.search(phrase) >= 0 ? 2 : 1
}

// One page of the list: its best sections first, and the page itself among them, as the theme expects it. The theme lists those that
// are as good as the first one and folds the others: a few that are nearly as good are not folded.
const result = (location, hits, runs, phrase) => {
  const [{ score: best }] = hits
  const items = hits.map(({ section, score }, rank) => item(section, rank < LISTED && score > NEARLY * best ? best : score, runs, phrase))
  const whole = pages.get(location)
  if (whole && !hits.some(({ section }) => section === whole)) items.push({ location, title: escaped(whole.title.shown), text: "", score: 0, terms: {} })
  return items
}

const item = ({ location, title, text }, score, runs, phrase) => {
  const whole = [title, text].some(({ folded }) => folded.search(phrase) >= 0)
  const patterns = whole ? [phrase] : runs.flatMap((one) => one.pieces)
  const places = ranges(text.folded, patterns)
  const start = Math.max(0, (places[0]?.[0] ?? 0) - TEASER.before)
  const end = Math.min(text.shown.length, start + TEASER.length)
  const inside = places.filter(([from, to]) => from >= start && to <= end)
  const teaser = (start ? "…" : "") + marked(text.shown, inside, start, end) + (end < text.shown.length ? "…" : "")
  return { location, title: marked(title.shown, ranges(title.folded, patterns)), text: teaser, score, terms: terms(title, text, runs) }
}

// Where some patterns are found, places that touch or overlap joined.
const ranges = (folded, patterns) => {
  const found = patterns.flatMap((one) => [...folded.matchAll(one)].map((match) => [match.index, match.index + match[0].length]))
  return found.sort((a, b) => a[0] - b[0]).reduce((joined, [from, to]) => {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
    return joined
  }, [])
}

const marked = (shown, places, start = 0, end = shown.length) => {
  let html = "", at = start
  for (const [from, to] of places) {
    html += `${escaped(shown.slice(at, from))}<mark>${escaped(shown.slice(from, to))}</mark>`
    at = to
  }
  return html + escaped(shown.slice(at, end))
}

const escaped = (text) => text.replace(/[<>&]/g, (one) => Object.keys(ENTITIES).find((name) => ENTITIES[name] === one))

// Each run of the query, or what there is of it, and whether the section holds it: the page marks those and names the others.
const terms = (title, text, runs) => {
  const both = `${title.folded} ${text.folded}`
  const held = runs.flatMap(({ run, pieces }) => {
    const there = HAN.test(run) ? [...new Set(ranges(both, pieces).map(([from, to]) => both.slice(from, to)))] : [run]
    return ranges(both, pieces).length ? there.map((one) => [one, true]) : [[run, false]]
  })
  return Object.fromEntries(held)
}
