/** What the measurements and the kill test use of environment.js. */
export interface Ports { api: number; standins: number; smtp?: number }
interface Keys { adminPassword: string; stripeSecretKey: string }
export function makeKeys(): Keys
export function addressesOf(ports: Ports): { family: string; desk: string; standins: string }
export function environmentOf(options: { databaseUrl: string; ports: Ports; keys: Keys; standinsFolder?: string }): Record<'setUp' | 'api' | 'standins', Record<string, string>>
export const serverFlags: string[]
