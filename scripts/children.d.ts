/** What the measurements and the kill test use of children.js. */
export function stopChild(child: import('./cluster.js').Cluster['child']): Promise<void>
