import { describe, expect, it } from 'vitest'

import { Chat } from './chat.svelte'
import { ada, ben, said } from './testing/wire'

const texts = (chat: Chat) => chat.lines.map(({ text }) => text)

describe('what is unread', () => {
  it('is what others wrote while it was not on the screen', () => {
    const chat = new Chat()
    chat.welcome([said(ada, 'before you came', 1)])
    expect(chat.unread, 'a newcomer has missed nothing').toBe(0)
    chat.hear(said(ada, 'one', 2))
    chat.hear(said(ben, 'mine', 3))
    chat.hear(said(ada, 'two', 4))
    expect(chat.unread).toBe(2)
    chat.open = true
    expect(chat.unread).toBe(0)
    chat.hear(said(ada, 'three', 5))
    chat.open = false
    expect(chat.unread, 'it was on the screen when it came').toBe(0)
  })

  it('is also what came while one read older lines', () => {
    const chat = new Chat()
    chat.open = true
    chat.hear(said(ada, 'one', 1))
    chat.atEnd = false
    chat.hear(said(ada, 'two', 2))
    chat.hear(said(ada, 'three', 3))
    expect([chat.unread, chat.firstNew]).toEqual([2, 2])
    chat.atEnd = true
    expect([chat.unread, chat.firstNew], 'one sees where one left off').toEqual([0, 2])
  })

  it('is marked where one left off, until one looks away or writes', () => {
    const chat = new Chat()
    chat.welcome([said(ada, 'before', 1)])
    chat.hear(said(ada, 'one', 2))
    chat.open = true
    chat.hear(said(ada, 'two', 3))
    expect(chat.firstNew).toBe(2)
    chat.hear(said(ben, 'mine', 4))
    expect(chat.firstNew, 'one has answered').toBe(null)
    chat.open = false
    chat.hear(said(ada, 'three', 5))
    chat.open = true
    expect(chat.firstNew).toBe(5)
    chat.open = false
    chat.open = true
    expect(chat.firstNew).toBe(null)
  })

  it('is not what was deleted meanwhile', () => {
    const chat = new Chat()
    chat.hear(said(ada, 'oops', 1))
    chat.change(said(ada, '', 1, { state: 'deleted' }))
    expect(chat.unread).toBe(0)
  })
})

it('hears of a welcome only what it missed, and what changed', () => {
  const chat = new Chat()
  chat.welcome([said(ada, 'one', 1)])
  chat.hear(said(ada, 'two', 2))
  const edited = said(ada, 'TWO', 2, { state: 'edited' })
  chat.welcome([said(ada, 'one', 1), edited, said(ada, 'three', 3)])
  expect(texts(chat)).toEqual(['one', 'TWO', 'three'])
  expect(chat.unread).toBe(2)
  chat.welcome([said(ada, 'much later', 9)])
  expect(texts(chat)).toEqual(['one', 'TWO', 'three', 'much later'])
})

it('changes a line in its place, and none that it does not know', () => {
  const chat = new Chat()
  chat.hear(said(ada, 'one', 1))
  chat.hear(said(ada, 'two', 2))
  chat.change(said(ada, 'ONE', 1, { state: 'edited' }))
  chat.change(said(ada, 'zero', 7, { state: 'edited' }))
  expect(texts(chat)).toEqual(['ONE', 'two'])
})

it('knows the last line of one’s own that has words', () => {
  const chat = new Chat()
  expect(chat.lastOfMine).toBe(null)
  chat.hear(said(ben, 'one', 1))
  chat.hear(said(ben, 'two', 2))
  chat.hear(said(ada, 'three', 3))
  expect(chat.lastOfMine?.text).toBe('two')
  chat.change(said(ben, '', 2, { state: 'deleted' }))
  expect(chat.lastOfMine?.text).toBe('one')
})

it('keeps the newest lines, however many come', () => {
  const chat = new Chat()
  for (let id = 1; id <= 2500; id++) chat.hear(said(ada, String(id), id))
  expect([chat.lines.length, chat.lines[0]?.id, chat.lines.at(-1)?.id]).toEqual([2000, 501, 2500])
  expect(chat.unread).toBe(2000)
})
