// The house's own lint rules. They catch forgetting, not intent; the database and the access matrix are there for the rest.

/** Calls visit for every node below (and including) the given one. */
function walk(node, visit) {
  if (!node || typeof node.type !== 'string') return
  visit(node)
  for (const key of Object.keys(node)) {
    if (key === 'parent') continue
    const value = node[key]
    if (Array.isArray(value)) value.forEach((child) => walk(child, visit))
    else if (value && typeof value.type === 'string') walk(value, visit)
  }
}

const nameOf = (callee) => callee?.type === 'Identifier' ? callee.name : callee?.type === 'MemberExpression' ? nameOf(callee.property) : undefined

/** Names of all functions called below a node. */
function callsIn(node) {
  const names = new Set()
  walk(node, (each) => each.type === 'CallExpression' && names.add(nameOf(each.callee)))
  return names
}

const typeNameOf = (parameter) => parameter?.typeAnnotation?.typeAnnotation?.typeName?.name

/** A verb is an exported async function whose first parameter is the Shell. */
const isVerb = (node) => node?.type === 'FunctionDeclaration' && node.async && typeNameOf(node.params[0]) === 'Shell'

/** Calls of a verb and of the functions of its own file that it calls: asking for leave may be shared by a file's verbs. */
function callsThrough(verb, program) {
  const own = new Map(program.body.filter(({ type }) => type === 'FunctionDeclaration').map((each) => [each.id.name, callsIn(each.body)]))
  const calls = callsIn(verb.body)
  for (const name of calls) for (const deeper of own.get(name) ?? []) calls.add(deeper)
  return calls
}

/** A verb asks for leave before it touches anything, and what it changes is on record. */
const wholeVerb = {
  create: (context) => ({
    ExportNamedDeclaration({ declaration, parent }) {
      if (!isVerb(declaration)) return
      const calls = callsThrough(declaration, parent)
      const name = declaration.id.name
      if (!calls.has('allow')) context.report({ node: declaration.id, message: `${name} never calls allow(shell, …): say who may do this, before anything is loaded.` })
      const saves = [...calls].find((call) => /^(save|insert|update|erase|delete|remove|enqueue)([A-Z]|$)/.test(call ?? ''))
      if (saves && !calls.has('audit')) context.report({ node: declaration.id, message: `${name} calls ${saves} but never audit(…): every change is on record in the same transaction.` })
    },
  }),
}

/** No network inside a transaction: a verb leaves a job, and the worker, a webhook or the login calls the gateway. */
const noGatewayInVerb = {
  create(context) {
    const gateways = []
    let verb
    return {
      ImportDeclaration(node) {
        if (/(^|\/)gateways\//.test(node.source.value) && node.importKind !== 'type') gateways.push(node)
      },
      ExportNamedDeclaration({ declaration }) {
        if (isVerb(declaration)) verb = declaration.id.name
      },
      'Program:exit'() {
        if (verb) for (const node of gateways) context.report({ node, message: `The verb ${verb} runs inside a transaction and must not reach a gateway: enqueue a job instead.` })
      },
    }
  },
}

/** One place reads the environment, checks it and gives it names and types. */
const envInOnePlace = {
  create: (context) => ({
    MemberExpression(node) {
      if (node.object.type === 'Identifier' && node.object.name === 'process' && (node.property.name ?? node.property.value) === 'env') {
        context.report({ node, message: 'Only env.ts reads process.env; take the value from there.' })
      }
    },
  }),
}

/** SQL with its parameters in the text. */
const noUnsafeSql = {
  create: (context) => ({
    MemberExpression(node) {
      if (/^\$(query|execute)RawUnsafe$/.test(node.property.name ?? node.property.value)) {
        context.report({ node, message: 'Write tx.$queryRaw`… ${value}::uuid` instead: parameters stay parameters.' })
      }
    },
  }),
}

/** Full zod costs the citizen 18 KB. */
const miniZod = {
  create: (context) => ({
    ImportDeclaration(node) {
      if (/^zod(\/v4)?$/.test(node.source.value)) context.report({ node: node.source, message: "Import from 'zod/mini'." })
    },
  }),
}

/** The rules must be able to run again on the same facts: nothing in them waits for the world. */
const noAsync = {
  create(context) {
    const check = (node) => node.async && context.report({ node, message: 'Rules do not wait: load first, then decide.' })
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
  },
}

const instead = {
  voucher: 'fritidspas', coupon: 'fritidspas', club: 'forening or klub', association: 'forening', 'membership fee': 'kontingent',
  dues: 'kontingent', scheme: 'ordning', municipality: 'kommune', booking: 'signup', enrolment: 'signup', enrollment: 'signup',
  registration: 'signup', waitlist: 'waitingList', lottery: 'draw', mentor: 'fritidsguide', buddy: 'fritidsguide',
  adviser: 'fritidsvejleder', professional: 'fagperson', retention: 'kept, or erasure', repayment: 'refund or clawback',
}
const bannedWords = new RegExp(`\\b(${Object.keys(instead).join('|')})s?\\b`)
const drawers = /(^|[-./])(utils?|commons?|managers?|data)(?=[-./])/

/** 'approvedVoucherIds' → 'approved voucher ids' */
const wordsOf = (identifier) => identifier.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_$-]+/g, ' ').toLowerCase()

/** One word per thing (product.md 4), in the names we give ourselves; names other libraries chose are left alone. */
const glossary = {
  create(context) {
    const check = (node, name) => {
      const found = bannedWords.exec(wordsOf(name))
      if (found) context.report({ node, message: `"${found[1]}" is not our word; say ${instead[found[1]]}.` })
    }
    const checkNamed = (node) => node.id?.name && check(node.id, node.id.name)
    const checkPattern = (pattern) => walk(pattern, (node) => {
      if (node.type === 'Identifier') check(node, node.name)
    })
    const checkFunction = (node) => {
      checkNamed(node)
      node.params.forEach((parameter) => parameter.type === 'Identifier' && check(parameter, parameter.name))
    }
    return {
      Program(node) {
        const file = context.filename.replaceAll('\\', '/').replace(/^.*?\/(?=(apps|packages|prisma|scripts|bench)\/)/, '')
        check(node, file.replaceAll(/[/.]/g, ' '))
        const drawer = drawers.exec(file)
        if (drawer) context.report({ node, message: `"${drawer[2]}" is a drawer that collects everything; name the file after what it does.` })
      },
      VariableDeclarator: (node) => node.id.type === 'Identifier' && checkPattern(node.id),
      FunctionDeclaration: checkFunction,
      ArrowFunctionExpression: checkFunction,
      ClassDeclaration: checkNamed,
      TSTypeAliasDeclaration: checkNamed,
      TSInterfaceDeclaration: checkNamed,
      TSPropertySignature: (node) => node.key.type === 'Identifier' && check(node.key, node.key.name),
    }
  },
}

export default {
  meta: { name: 'medspil' },
  rules: {
    'whole-verb': wholeVerb,
    'no-gateway-in-verb': noGatewayInVerb,
    'env-in-one-place': envInOnePlace,
    'no-unsafe-sql': noUnsafeSql,
    'mini-zod': miniZod,
    'no-async': noAsync,
    glossary,
  },
}
