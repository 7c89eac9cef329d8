import { describe, expect, it } from 'vitest'

import type { Message } from '../protocol/Message'
import { Chat } from './chat.svelte'
import { Draft, LONGEST } from './draft.svelte'
import { ada, ben, named, said } from './testing/wire'

function first({ lines: [line] }: Chat): Message {
  if (line === undefined) throw new Error('nothing was said')
  return line
}

function desk() {
  const chat = new Chat()
  const sent: unknown[] = []
  const typing: unknown[] = []
  let done = true
  const draft = new Draft({
    chat,
    find: (id) => (id === ada.id || id === ben.id ? named(id, 'Somebody') : null),
    say: async (text, to, answers) => {
      sent.push({ text, to, answers })
      return Promise.resolve(done)
    },
    edit: async (message, text) => {
      sent.push({ message, text })
      return Promise.resolve(done)
    },
    typing: (to, on) => typing.push([to, on]),
  })
  return { chat, draft, sent, typing, refuse: () => (done = false) }
}

describe('what is written', () => {
  it('is sent to whom it is for, and then there is nothing', async () => {
    const { chat, draft, sent } = desk()
    draft.type('  ', 0)
    expect(draft.ready).toBe(false)
    expect(await draft.send()).toBe(false)
    draft.type('hello', 0)
    expect(await draft.send()).toBe(true)
    draft.address(named(ada.id, 'Ada'))
    draft.type('psst', 0)
    await draft.send()
    expect(sent).toEqual([
      { text: 'hello', to: null, answers: null },
      { text: 'psst', to: ada.id, answers: null },
    ])
    expect([draft.text, chat.recipient?.id]).toEqual(['', ada.id])
  })

  it('is kept when it is refused, or when who it is for has left', async () => {
    const { draft, sent, refuse } = desk()
    refuse()
    draft.type('hello', 0)
    expect(await draft.send()).toBe(false)
    expect(draft.text).toBe('hello')
    draft.address(named(99, 'Cleo'))
    expect([draft.gone, await draft.send()]).toEqual([true, false])
    expect(sent.length, 'rather nobody than everybody').toBe(1)
  })

  it('says how much is left before it is too much', () => {
    const { draft } = desk()
    draft.type('é'.repeat(LONGEST - 201), 0)
    expect(draft.left).toBe(null)
    draft.type('👍'.repeat(LONGEST), 0)
    expect([draft.left, draft.ready], 'characters count').toEqual([0, true])
    draft.type('x'.repeat(LONGEST + 12), 0)
    expect([draft.left, draft.ready]).toEqual([-12, false])
  })
})

describe('an answer', () => {
  it('names its line, until it is sent or given up', async () => {
    const { chat, draft, sent } = desk()
    chat.hear(said(ada, 'who?', 4))
    const line = first(chat)
    draft.type('I', 0)
    draft.answer(line)
    expect(draft.answered?.text).toBe('who?')
    await draft.send()
    expect(draft.answered).toBe(null)
    draft.answer(line)
    draft.drop()
    draft.type('nobody', 0)
    await draft.send()
    expect(sent).toEqual([
      { text: 'I', to: null, answers: 4 },
      { text: 'nobody', to: null, answers: null },
    ])
  })

  it('to what two said stays between the two', () => {
    const { chat, draft } = desk()
    const toMe = { to: { id: ben.id, name: 'Ben' } }
    chat.hear(said(ada, 'psst', 1, toMe))
    chat.hear(said(ben, 'yes?', 2, { to: { id: ada.id, name: 'Ada' } }))
    for (const line of chat.lines) {
      draft.address(null)
      draft.answer(line)
      expect(chat.recipient?.id).toBe(ada.id)
      draft.address(null)
      expect(draft.answered, 'one writes to everyone instead').toBe(null)
    }
  })

  it('is none any more when its line is deleted', () => {
    const { chat, draft } = desk()
    chat.hear(said(ada, 'who?', 4))
    draft.answer(first(chat))
    chat.change(said(ada, '', 4, { state: 'deleted' }))
    expect(draft.answered).toBe(null)
  })
})

describe('an edit', () => {
  it('gives a line other words, and leaves what one was writing', async () => {
    const { chat, draft, sent, typing } = desk()
    chat.hear(said(ben, 'helo', 3))
    draft.type('half a senten', 0)
    draft.edit(first(chat))
    expect(draft.text).toBe('helo')
    draft.type('hello', 10)
    await draft.send()
    expect(sent).toEqual([{ message: 3, text: 'hello' }])
    expect([draft.text, draft.edited]).toEqual(['half a senten', null])
    expect(typing, 'who edits writes nothing new').toEqual([
      [null, true],
      [null, false],
    ])
  })

  it('is given up with its words, and when its line is deleted', async () => {
    const { chat, draft, sent } = desk()
    chat.hear(said(ben, 'helo', 3))
    draft.edit(first(chat))
    draft.type('hello', 0)
    draft.drop()
    expect([draft.text, draft.edited]).toEqual(['', null])
    draft.edit(first(chat))
    chat.change(said(ben, '', 3, { state: 'deleted' }))
    expect(await draft.send()).toBe(false)
    expect([sent, draft.text]).toEqual([[], ''])
  })
})

describe('that one writes', () => {
  it('is told at once, then every three seconds, and when one stops', () => {
    const { draft, typing } = desk()
    for (const at of [0, 1000, 2999, 3000, 4000]) draft.type('x', at)
    draft.type('', 5000)
    draft.type('', 5001)
    expect(typing).toEqual([
      [null, true],
      [null, true],
      [null, false],
    ])
  })

  it('is told to the one it is for, and ends with the message', async () => {
    const { draft, typing } = desk()
    draft.type('x', 0)
    draft.address(named(ada.id, 'Ada'))
    draft.type('xy', 1)
    await draft.send()
    draft.type('z', 2)
    expect(typing, 'the server ends it with the message').toEqual([
      [null, true],
      [ada.id, true],
      [ada.id, true],
    ])
  })
})
