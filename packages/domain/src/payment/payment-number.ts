// Crockford's letters, as on a ticket: none is mistaken for a digit when a number is read aloud.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const onlyLetters = letters.slice(10, 26)

/**
 * The number of a payment as a family reads it aloud and staff find it again, e.g. `K7M2-9XQF`: the last 39 bits of its id,
 * which in a uuid v7 are chance. It begins with a letter, so that it is never taken for a phone number, and because Stripe
 * asks for one in the words on a bank statement (at most 22 characters with the platform's own name before them).
 *
 * Two payments may have the same number: among 10,000 of a kommune that happens to any two with 1 chance in 11,000, among
 * 100,000 with 1 in 110, and whoever makes an id can choose its end. So it helps to find a payment, and is never a key:
 * whoever looks one up holds day and amount against it.
 * @throws RangeError when the id is no uuid
 */
export const paymentNumber = (id: string): string => {
  const hex = id.replaceAll('-', '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError('the id of a payment is a uuid')
  let bits = BigInt(`0x${hex.slice(-10)}`)
  let number = ''
  for (let at = 0; at < 7; at += 1) {
    number = letters[Number(bits & 31n)]! + (at === 4 ? '-' : '') + number
    bits >>= 5n
  }
  return onlyLetters[Number(bits & 15n)]! + number
}
