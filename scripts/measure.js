import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onStopRequest, run, stopAll } from './children.js'
import { install } from './install.js'
import { Stop, projectNode, root, toolEnvironment } from './places.js'

/**
 * Runs one measurement by name in the project's own Node, or lists what there is.
 * @param kind 'bench' reads bench/NAME.ts, 'soak' reads bench/soak/NAME.ts
 * @returns exit code: 0 when every limit held
 */
export async function measure(kind) {
  const folder = kind === 'bench' ? 'bench' : 'bench/soak'
  const names = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3))
  const [name, ...rest] = process.argv.slice(2)
  if (!name || !existsSync(join(root, folder, `${name}.ts`))) {
    console.error(`npm run ${kind} -- NAME, where NAME is one of: ${names.join(', ')}`)
    return 1
  }
  onStopRequest(() => stopAll().then(() => process.exit(130)))
  try {
    await install((line) => console.log(`  ${line}`))
    const { code } = await run(projectNode(), ['scripts/measure-run.js', kind, name, ...rest], { env: toolEnvironment(), onLine: (line) => console.log(line) })
    return code
  } catch (failure) {
    console.error(failure instanceof Stop ? failure.message : failure.stack)
    return 1
  }
}
