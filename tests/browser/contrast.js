// Return every visible text with the ratio of its colour to what is behind it (WCAG 2.2, 1.4.3).
({ within, paper }) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const remembered = (compute, kept = new Map()) => (key) => {
    if (!kept.has(key)) kept.set(key, compute(key))
    return kept.get(key)
  }
  const rgba = remembered((colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return { parts: [red, green, blue], alpha: alpha / 255 }
  })
  const over = (front, back, alpha) => front.map((part, i) => part * alpha + back[i] * (1 - alpha))
  const luminance = (parts) => {
    const [red, green, blue] = parts.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const behind = remembered((element) => {
    if (paper || !element) return [255, 255, 255]
    const { parts, alpha } = rgba(getComputedStyle(element).backgroundColor)
    return over(parts, behind(element.parentElement), alpha)
  })
  const opacity = remembered((element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1))
  const ratio = (element) => {
    const back = behind(element)
    const { parts, alpha } = rgba(getComputedStyle(element).color)
    const [dark, light] = [luminance(over(parts, back, alpha * opacity(element))), luminance(back)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const written = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0
  return [...document.querySelectorAll(within)]
    .filter((element) => written(element) && shown(element))
    .map((element) => ({ place: element.outerHTML.slice(0, 120), ratio: Math.floor(ratio(element) * 100) / 100 }))
}
