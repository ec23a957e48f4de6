import { spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const leftOut = new Set(['.git', '.data', 'dist', '.turbo', 'node_modules', 'out'])

/** A copy of the whole checkout that may be damaged. */
export interface Tree {
  /** Writes a file, with its folders. */
  plant: (file: string, content: string) => void
  /** Empties the source folder of every package. */
  empty: () => void
  /** Runs a script or tool of the copy under the project's Node; the output holds both streams. */
  run: (args: string[], folder?: string) => { code: number | null; output: string }
  remove: () => void
}

/**
 * Copies the checkout to a temporary folder. Registry packages are linked; the links between our own packages are
 * relative, so in the copy they lead to the copy.
 */
export function copyTree(): Tree {
  const tree = mkdtempSync(join(tmpdir(), 'medspil-fences-'))
  cpSync(root, tree, { recursive: true, verbatimSymlinks: true, filter: (path) => path === root || !leftOut.has(path.split('/').at(-1) ?? '') })
  linkModules(root, tree)
  const folders = ['apps', 'packages'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)))
  for (const folder of [...folders, 'prisma']) linkModules(join(root, folder), join(tree, folder))
  return {
    plant(file, content) {
      mkdirSync(dirname(join(tree, file)), { recursive: true })
      writeFileSync(join(tree, file), content)
    },
    empty() {
      for (const folder of folders) rmSync(join(tree, folder, 'src'), { recursive: true, force: true })
    },
    run(args, folder = '.') {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: join(tree, folder), encoding: 'utf8', maxBuffer: 1 << 28 })
      return { code: status, output: stdout + stderr }
    },
    remove: () => rmSync(tree, { recursive: true, force: true }),
  }
}

/** Links are copied as they are; real folders (pnpm's store) are linked to where they are. */
function linkModules(from: string, to: string) {
  const modules = join(from, 'node_modules')
  if (!lstatSync(modules, { throwIfNoEntry: false })) return
  mkdirSync(join(to, 'node_modules'), { recursive: true })
  for (const name of readdirSync(modules)) {
    const source = join(modules, name)
    const target = join(to, 'node_modules', name)
    if (lstatSync(source).isSymbolicLink() || name.startsWith('@')) cpSync(source, target, { recursive: true, verbatimSymlinks: true })
    else symlinkSync(source, target)
  }
}
