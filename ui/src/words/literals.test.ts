import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'

import { sources } from './testing/sources'

// What people read or hear, of elements and of our own components.
const READ = [
  'action',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'hint',
  'label',
  'note',
  'placeholder',
  'text',
  'title',
]

// A name, and signs of mathematics and typography.
const NO_WORDS = /^(Hearth|99\+|[^\p{L}]*)$/u

const SENTENCE = /\p{L}{2,} \p{L}{2,}/u

// It answers other pages as a server does: by codes, with the reason in English.
const SPEAKS_AS_SERVER = 'src/session/holder.ts'

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function children(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'loc' && key !== 'metadata')
    .flatMap(([, value]) => value)
    .filter(isNode)
}

function words(node: Node): string | null {
  if (node.type === 'Text') return String(node['data'])
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type === 'TemplateElement') return (node['value'] as { cooked: string }).cooked
  return null
}

/** Whether a literal is compared or looked up, and so is not shown. */
function isNotShown(node: Node): boolean {
  return ['BinaryExpression', 'MemberExpression', 'ImportExpression'].includes(node.type)
}

/** The texts that a component has in its markup rather than in the catalogue. */
function inMarkup(node: Node, shown = true): string[] {
  const said = words(node)
  if (said !== null) return shown && !NO_WORDS.test(said.trim()) ? [said.trim()] : []
  if (node.type === 'Attribute') {
    const isRead = READ.includes(String(node['name']))
    return children(node).flatMap((child) => inMarkup(child, isRead))
  }
  if (node.type === 'ExpressionTag') return children(node).flatMap((it) => inMarkup(it, shown))
  if (isNotShown(node)) return children(node).flatMap((child) => inMarkup(child, false))
  const isMarkup = /Element|Fragment|Component|Block|Template|Conditional|Logical/u.test(node.type)
  if (node.type === 'StyleSheet' || /Directive|Attach|CallExpression/u.test(node.type)) return []
  return children(node).flatMap((child) =>
    inMarkup(child, shown && isShowing(node, child, isMarkup)),
  )
}

/** What a block tests or goes through is not shown, what it holds is. */
function isShowing(node: Node, child: Node, isMarkup: boolean): boolean {
  return (
    isMarkup &&
    child !== node['test'] &&
    (!node.type.endsWith('Block') || child.type === 'Fragment')
  )
}

/** The sentences that code has. */
function inCode(node: Node): string[] {
  // Of what is wrong with the program itself only programmers read.
  const { type, callee } = node as { type: string; callee?: { name?: string } & Partial<Node> }
  const toProgrammers =
    (type === 'NewExpression' && /Error|Exception/u.test(callee?.name ?? '')) ||
    (type === 'CallExpression' &&
      isNode(callee?.['object']) &&
      callee['object']['name'] === 'console')
  if (toProgrammers) return []
  const said = words(node)
  if (said !== null) return SENTENCE.test(said) ? [said] : []
  return children(node).flatMap(inCode)
}

function literals(path: string, source: string): string[] {
  const isComponent = path.endsWith('.svelte')
  const ast = parse(isComponent ? source : `<script lang="ts">${source}</script>`, { modern: true })
  const scripts = [ast.instance, ast.module].flatMap((script) => script?.content ?? [])
  return [
    ...inMarkup(ast.fragment as unknown as Node),
    ...scripts.flatMap((script) => inCode(script as unknown as Node)),
  ]
}

const texts = sources('views', 'session', 'media', 'platform')

it.each(texts.filter(([path]) => path !== SPEAKS_AS_SERVER))(
  '%s has no words of its own',
  (path, text) => {
    expect(literals(path, text)).toEqual([])
  },
)

it.each([
  ['<p>Good morning</p>', 'Good morning'],
  ['<p>{late ? "Good night" : say.day}</p>', 'Good night'],
  ['<button aria-label="Close"><X /></button>', 'Close'],
  ['<Field hint={isNew ? "Choose one" : undefined} />', 'Choose one'],
  ['<Field title={`Remove ${name}`} />', 'Remove'],
  ['{#if kind === "video"}<b>Now</b>{/if}', 'Now'],
  ['{#each all as it}<i>There</i>{:else}<i>Nobody</i>{/each}', 'There Nobody'],
  ['<script>const text = "What is to be done"</script>', 'What is to be done'],
])('finds the words in %s', (source, found) => {
  expect(literals('A.svelte', source).join(' ')).toBe(found)
})

it.each([
  '<p class="problem {tone}">{say.home.lead} · {name}</p>',
  '<Button look={kind === "voice" ? "primary" : "plain"} onclick={() => go("far away")} />',
  '{#if state.name === "in the call"}{name}{/if}',
  '<script>throw new Error("This cannot be")</script>',
])('finds none in %s', (source) => {
  expect(literals('A.svelte', source)).toEqual([])
})
