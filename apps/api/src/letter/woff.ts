import { inflateSync } from 'node:zlib'

/**
 * Unpacks a WOFF 1 font to the form inside it (TrueType or OpenType), which is what the typesetter reads and the font
 * packages do not ship. Layout: https://www.w3.org/TR/WOFF/
 * @throws when the bytes are not WOFF 1
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font')
  const count = woff.readUInt16BE(12)
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  for (const [at, value] of [[4, count], [6, power * 16], [8, Math.log2(power)], [10, (count - power) * 16]] as const) head.writeUInt16BE(value, at)
  const tables: Buffer[] = []
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const from = 44 + 20 * index
    const to = 12 + 16 * index
    const [start, packed, length] = [woff.readUInt32BE(from + 4), woff.readUInt32BE(from + 8), woff.readUInt32BE(from + 12)]
    const bytes = woff.subarray(start, start + packed)
    const table = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes
    woff.copy(head, to, from, from + 4)
    woff.copy(head, to + 4, from + 16, from + 20)
    head.writeUInt32BE(offset, to + 8)
    head.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat([head, ...tables])
}
