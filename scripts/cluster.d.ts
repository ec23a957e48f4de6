/** What the measurements and the kill test use of cluster.js. */
export interface Cluster { url: string; child: { process: import('node:child_process').ChildProcess; ended: Promise<unknown>; stopping: boolean } }
export function freePort(): Promise<number>
export function clusterFolder(wanted: string): string
export function startCluster(options: { folder: string; port: number; password: string; settings?: Record<string, string | number>; log?: string }): Promise<Cluster>
