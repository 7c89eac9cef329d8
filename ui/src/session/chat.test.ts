import { expect, it } from 'vitest'

import { Chat } from './chat.svelte'
import { ada, ben, participant, said } from './testing/wire'

const texts = (chat: Chat) => chat.lines.map(({ text }) => text)

it('counts what others wrote while it was not on the screen', () => {
  const chat = new Chat()
  chat.welcome(2, [said(ada, 'before you came', 1)])
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

it('knows the lines one wrote, also as the participant one was before', () => {
  const chat = new Chat()
  chat.welcome(2, [])
  chat.hear(said(ben, 'hello', 1))
  const again = participant(5, 'Ben')
  chat.welcome(5, [said(ben, 'hello', 1)])
  chat.hear(said(again, 'back again', 2))
  expect(chat.lines.map(({ mine }) => mine)).toEqual([true, true])
})

it('hears of a welcome only what it missed', () => {
  const chat = new Chat()
  chat.welcome(2, [said(ada, 'one', 1)])
  chat.hear(said(ada, 'two', 2))
  chat.welcome(2, [said(ada, 'one', 1), said(ada, 'two', 2), said(ada, 'three', 2)])
  expect(texts(chat)).toEqual(['one', 'two', 'three'])
  expect(chat.unread).toBe(2)
  chat.welcome(2, [said(ada, 'much later', 9)])
  expect(texts(chat)).toEqual(['one', 'two', 'three', 'much later'])
  expect(new Set(chat.lines.map(({ key }) => key)).size, 'each has its own key').toBe(4)
})
