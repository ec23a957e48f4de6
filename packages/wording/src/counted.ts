/** A count and its noun in Danish: "1 plads", "3 pladser". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
