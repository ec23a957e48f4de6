/** What stands on the saved picture of a card. */
export interface CardWords { title: string; kommuneName: string; name: string; validLabel: string; validTo: string; colour: string }

const [width, height] = [700, 760]
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Draws a card as a picture that the phone keeps among its photos: the same words and code, without a network. `qr` is
 * the code as it is drawn on the page, so that both are one code.
 * @returns a PNG
 */
export async function cardPicture(words: CardWords, qr: SVGElement): Promise<Blob> {
  const code = qr.cloneNode(true) as SVGElement
  for (const [name, value] of Object.entries({ x: '390', y: '430', width: '240', height: '240' })) code.setAttribute(name, value)
  const line = (text: string, y: number, size: number, weight: number) =>
    `<text x="50" y="${y}" font-family="IBM Plex Sans, sans-serif" font-size="${size}" font-weight="${weight}" fill="#fff">${escaped(text)}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" rx="48" fill="${words.colour}"/>
    ${line(words.title, 90, 36, 600)}${line(words.kommuneName, 136, 30, 400)}${line(words.name, 270, 76, 700)}${line(words.validLabel, 600, 26, 400)}${line(words.validTo, 644, 32, 600)}
    <rect x="370" y="410" width="280" height="280" rx="20" fill="#fff"/>${new XMLSerializer().serializeToString(code)}</svg>`
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')!.drawImage(image, 0, 0)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
}

/** Gives a file to the browser to keep. */
export function keepFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
