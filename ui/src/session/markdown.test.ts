import { describe, expect, it } from 'vitest'

import { type Block, type Inline, markdown, plain } from './markdown'

/** A tree in short: `<b>` for strong, and so on. */
function short(blocks: readonly Block[]): string {
  return blocks.map(shortBlock).join(' | ')
}

function shortBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return shortInlines(block.inlines)
    case 'code':
      return `<pre>${block.text}</pre>`
    case 'quote':
      return `<q>${short(block.blocks)}</q>`
    case 'list':
      return block.items.map((item) => `<li>${shortInlines(item)}`).join('')
    default:
      return block satisfies never
  }
}

function shortInlines(inlines: readonly Inline[]): string {
  const names = { strong: 'b', emphasis: 'i', strike: 's' } as const
  return inlines
    .map((it) => {
      if (it.kind === 'text') return it.text
      if (it.kind === 'code') return `<c>${it.text}</c>`
      if (it.kind === 'link') return `<a ${it.href}>${it.text}</a>`
      return `<${names[it.kind]}>${shortInlines(it.inlines)}</${names[it.kind]}>`
    })
    .join('')
}

const read = (text: string) => short(markdown(text))

describe('within a line', () => {
  it.each([
    ['plain words', 'plain words'],
    [
      '**bold** and *italic* and _italic_ and ~~gone~~',
      '<b>bold</b> and <i>italic</i> and <i>italic</i> and <s>gone</s>',
    ],
    ['__bold__ ***both***', '<b>bold</b> <b><i>both</i></b>'],
    ['**a *b* c**', '<b>a <i>b</i> c</b>'],
    ['*a **b** c*', '<i>a <b>b</b> c</i>'],
    ['这是**粗体**文字', '这是<b>粗体</b>文字'],
    ['snake_case_name 2*3*4 a * b * c', 'snake_case_name 2*3*4 a * b * c'],
    ['**open and *nested', '**open and *nested'],
    ['*a **b* c**', '<i>a **b</i> c**'],
    ['**** ** * ~~~~', '**** ** * ~~~~'],
    ['`a *b* <i>` and ``a ` b`` and `` ` ``', '<c>a *b* <i></c> and <c>a ` b</c> and <c>`</c>'],
    ['a ` b', 'a ` b'],
    ['\\*not\\* \\`code\\` c:\\dir', '*not* `code` c:\\dir'],
    ['<b>no</b> &amp; ![x](y)', '<b>no</b> &amp; ![x](y)'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree)
  })
})

describe('links', () => {
  it.each([
    [
      'see https://a.example/x?y=1, and (http://b.example).',
      'see <a https://a.example/x?y=1>https://a.example/x?y=1</a>, and (<a http://b.example/>http://b.example</a>).',
    ],
    ['**https://a.example/**', '<b><a https://a.example/>https://a.example/</a></b>'],
    ['https://a.example/w_(x)_y', '<a https://a.example/w_(x)_y>https://a.example/w_(x)_y</a>'],
    ['mailto:ada@a.example', '<a mailto:ada@a.example>mailto:ada@a.example</a>'],
    ['[minutes](https://a.example/w_(x))!', '<a https://a.example/w_(x)>minutes</a>!'],
    ['http://[::1]:5000/ is here', '<a http://[::1]:5000/>http://[::1]:5000/</a> is here'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree)
  })

  it.each([
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](/relative)',
    '[x](vbscript:x) [x](file:///etc/passwd)',
    'http:// https://',
    'mailto:nobody',
    '[ ](https://a.example) [x](',
    'xhttps://a.example',
  ])('%s leads nowhere', (text) => {
    const tree = markdown(text)
    const links =
      JSON.stringify(tree).match(/"kind":"link","text":"[^"]*","href":"([^"]*)"/gu) ?? []
    expect(links.filter((link) => !link.includes('https://a.example'))).toEqual([])
    expect(plain(tree).replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
  })

  it('do not pretend to lead elsewhere', () => {
    const disguised = '[https://bank.example](https://evil.example)'
    expect(read(disguised)).toBe(disguised)
    expect(read('[www.bank.example](https://evil.example)')).not.toContain('bank.example</a>')
  })
})

describe('blocks', () => {
  it.each([
    ['one\ntwo\n\n\nthree', 'one\ntwo | three'],
    ['```js\nlet *a* = 1\n\n  b\n```\nafter', '<pre>let *a* = 1\n\n  b</pre> | after'],
    ['```\nnever closed', '<pre>never closed</pre>'],
    ['> quoted *words*\n> more\nanswer', '<q>quoted <i>words</i>\nmore</q> | answer'],
    ['> > twice\n> once', '<q><q>twice</q> | once</q>'],
    ['- a\n* b\n• **c**\nd', '<li>a<li>b<li><b>c</b> | d'],
    ['-5 degrees\n*note*', '-5 degrees\n<i>note</i>'],
    ['', ''],
  ])('%j', (text, tree) => {
    expect(read(text)).toBe(tree)
  })

  it('are nested no deeper than anyone reads', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(0, ...blocks.map((it) => (it.kind === 'quote' ? 1 + depth(it.blocks) : 0)))
    expect(depth(markdown('>'.repeat(4000) + ' deep'))).toBe(3)
  })
})

/** Texts drawn at random from what makes trouble, the same ones each time. */
function* drawn(): Generator<string> {
  const parts = [
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](',
    '\\',
    '\n',
    ' ',
    '> ',
    '- ',
    '```',
    'a',
    'é',
    '👍',
    'https://a.example',
    'mailto:a@b',
    '<b>',
    '"',
  ]
  let seed = 7
  const next = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below
  for (let i = 0; i < 2000; i++) {
    yield Array.from({ length: next(24) }, () => parts[next(parts.length)] ?? '').join('')
  }
}

it('of whatever is written, no word is lost and none is added', () => {
  const words = (text: string) => text.replaceAll(/[^aé👍:/.@mhtpsxelio]/gu, '')
  for (const text of drawn()) {
    // What follows the opening of a code block on its line is a name of a language.
    if (/```\S/u.test(text)) continue
    const links = [...text.matchAll(/\]\((?:https:\/\/a\.example|mailto:a@b)/gu)].length
    const [said, written] = [words(plain(markdown(text))), words(text)]
    if (links === 0) expect(said, JSON.stringify(text)).toBe(written)
    else expect(written.length, JSON.stringify(text)).toBeGreaterThanOrEqual(said.length)
  }
})

it('only ever leads to the web and to mail', () => {
  for (const text of drawn()) {
    for (const [, href] of JSON.stringify(markdown(text)).matchAll(/"href":"([^"]*)"/gu)) {
      expect(href).toMatch(/^(?:https:\/\/a\.|mailto:a@b)/u)
    }
  }
})

it('takes no longer for what is meant to take long', () => {
  const rows = [
    '*a ',
    '**',
    '_a_',
    '[',
    '[a](',
    '`',
    '``a`',
    '> ',
    '> \n',
    '- ',
    '~~a',
    'http://[',
    'https://',
    'mailto:',
    '\\',
    ')',
    '](',
    '*a **b ',
    '` `',
    'http://a)',
    '    ',
    '```',
  ]
  const spiked = Array.from({ length: 80 }, (_, i) => '`'.repeat(i)).join(' ')
  // Ten times the longest message each; what grows with the square would not end.
  for (const row of rows)
    expect(markdown(row.repeat(40_000 / row.length)), row).toBeInstanceOf(Array)
  markdown(spiked.repeat(12))
}, 60_000)
