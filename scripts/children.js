import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop, dataFolder, root } from './places.js'

const running = new Set()

/** What runs on behalf of whom, so that a start that was killed can be cleared away by the next one. */
const register = join(dataFolder, 'running.json')

function writeRegister() {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const children = [...running].filter((child) => !child.tool).map((child) => ({ pid: child.process.pid, command: child.command }))
  writeFileSync(register, JSON.stringify({ starter: process.pid, children }))
}

/** The command line of a process, empty when there is none; a number alone may have been given to somebody else since. */
function commandOf(pid) {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/**
 * Ends what an earlier start left running because it was killed itself.
 * @throws Stop when that start is still alive
 */
export async function stopLeftovers() {
  let left
  try {
    left = JSON.parse(readFileSync(register, 'utf8'))
  } catch {
    return
  }
  const alive = left.children.filter(({ pid, command }) => commandOf(pid).includes(command))
  if (alive.length > 0 && /scripts\/start\.js/.test(commandOf(left.starter))) throw new Stop('Medspil is running already. Stop it with Ctrl-C where it was started.')
  for (const { pid, command } of alive.reverse()) {
    process.kill(pid, command.includes('postgres') ? 'SIGINT' : 'SIGTERM')
    for (let waited = 0; waited < 10_000 && commandOf(pid).includes(command); waited += 100) await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Last lines of a log file, for a message about what went wrong. */
export function lastLines(file, count = 15) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return '(no log)'
  }
}

/**
 * Starts a process that lives until stopAll, in a process group of its own: Ctrl-C in a terminal reaches the whole
 * foreground group, and we want to choose the order in which they stop.
 * @param options.log log file; `.data/log/<name>.log` unless told
 * @param options.onCrash called with a message when it ends without being asked to
 * @returns { name, log, process, ended } where ended resolves at its end
 */
export function startChild(name, command, args, { env, cwd = root, uid, gid, stopSignal = 'SIGTERM', onCrash, log }) {
  const registered = log === undefined // a test's own cluster is nobody else's business
  log ??= join(dataFolder, 'log', `${name}.log`)
  mkdirSync(dirname(log), { recursive: true })
  const out = openSync(log, 'w')
  const child = { name, log, stopping: false, stopSignal, command: [command, ...args].slice(0, 2).join(' ') }
  child.process = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  child.ended = new Promise((resolve) => {
    child.process.once('error', (error) => resolve(error.message))
    child.process.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`))
  })
  child.ended.then((how) => {
    running.delete(child)
    if (registered) writeRegister()
    if (!child.stopping) onCrash?.(`${name} stopped by itself (${how}). Its last lines, from ${log}:\n${lastLines(log)}`)
  })
  running.add(child)
  if (registered) writeRegister()
  return child
}

/** Asks one child to stop, and kills its whole group when it has not after ten seconds. */
export async function stopChild(child) {
  child.stopping = true
  const signal = (name) => {
    try {
      process.kill(-child.process.pid, name)
    } catch {
      // already gone
    }
  }
  // A long-lived child ends its own children in order (PostgreSQL does); a tool is stopped with all it started.
  if (child.tool) signal('SIGTERM')
  else child.process.kill(child.stopSignal)
  const late = setTimeout(() => signal('SIGKILL'), 10_000)
  await child.ended
  clearTimeout(late)
}

/** Stops all children, the last started first. */
export async function stopAll() {
  while (running.size > 0) await stopChild([...running].at(-1))
}

/**
 * Runs a command to its end.
 * @param options.onLine called with each line of output and whether it was written to stderr; by default it is only kept
 * @param options.timeout milliseconds before the whole process group is killed
 * @returns { code, output, timedOut }; code is 1 when it was killed or never started
 */
export function run(command, args, { env, cwd = root, uid, gid, onLine, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const entry = { name: command, process: child, tool: true }
    entry.ended = new Promise((end) => child.once('close', end).once('error', end))
    running.add(entry)
    let output = ''
    let timedOut = false
    const killer = timeout && setTimeout(() => {
      timedOut = true
      process.kill(-child.pid, 'SIGKILL')
    }, timeout)
    const read = (stream, wrong) => {
      let rest = ''
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        const lines = (rest + text).split('\n')
        rest = lines.pop()
        for (const line of lines) onLine?.(line, wrong)
      }).on('end', () => rest && onLine?.(rest, wrong))
    }
    read(child.stdout, false)
    read(child.stderr, true)
    const finish = (code) => {
      clearTimeout(killer)
      running.delete(entry)
      resolve({ code, output, timedOut })
    }
    child.once('error', (error) => {
      output += error.message
      finish(1)
    })
    child.once('close', (code) => finish(code ?? 1))
  })
}

/** As run, but a failure is a Stop with the last lines of what it said, and all of it as `output`. */
export async function runOrStop(what, command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) throw Object.assign(new Stop(`${what} failed (exit ${code}):\n${output.trimEnd().split('\n').slice(-25).join('\n')}`), { output })
  return output
}

/**
 * Calls the given function once when the user or the system asks this process to end.
 * SIGHUP too: a closed terminal must not leave a database behind.
 */
export function onStopRequest(stop) {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked) return
      asked = true
      stop(signal)
    })
  }
}
