import { beforeEach, expect, it } from 'vitest'

import type { NativeEvent } from '../protocol/NativeEvent'
import { Chimes } from './chimes'
import { Room } from './room.svelte'
import { ada, ben, named, openPolicy, participant, welcome } from './testing/wire'

let wanted: boolean
let attended: boolean
let played: string[]
let now: number
let chimes: Chimes
let room: Room

beforeEach(() => {
  wanted = true
  attended = true
  played = []
  now = 0
  chimes = new Chimes({
    wanted: () => wanted,
    attended: () => attended,
    play: (tune) => played.push(tune),
  })
  room = new Room(() => Promise.resolve({ ok: true }))
  hear(welcome())
  now = 60_000
})

function hear(...events: NativeEvent[]): void {
  for (const event of events) {
    room.hear(event)
    chimes.hear(event, room.people, now)
  }
}

const cleo: NativeEvent = { type: 'joined', participant: participant(3, 'Cleo') }
const gone: NativeEvent = { type: 'left', who: 3, departure: 'left' }
const knock: NativeEvent = { type: 'knocked', who: named(9, 'Dan') }
const hand = (who: number): NativeEvent => ({ type: 'handChanged', who, hand: 1 })
const said = (id: number): NativeEvent => ({
  type: 'said',
  message: {
    id: 1,
    from: { id, name: '' },
    to: null,
    text: 'Hello',
    answers: null,
    state: 'written',
    mine: false,
    at: 0,
  },
})

it('somebody who comes is heard, and somebody who goes', () => {
  hear(cleo)
  now += 5000
  hear(gone)
  expect(played).toEqual(['joined', 'left'])
})

it('those who come together sound once', () => {
  hear(cleo, { type: 'joined', participant: participant(4, 'Dan') })
  expect(played).toEqual(['joined'])
})

it('nobody is heard while one comes in oneself, or comes back', () => {
  hear(welcome({ policy: openPolicy, participants: [ada, ben] }), cleo)
  now += 3000
  hear(gone)
  expect(played).toEqual([])
})

it('among many, coming and going is silent, and a knock is not', () => {
  hear(
    welcome({ participants: Array.from({ length: 9 }, (_, id) => participant(id + 1, 'Guest')) }),
  )
  now += 60_000
  hear({ type: 'joined', participant: participant(30, 'Cleo') })
  hear(knock)
  expect(played).toEqual(['knocked'])
})

it('what is on the screen is heard by who looks elsewhere, unless it is their own', () => {
  hear(hand(1), said(1))
  expect(played, 'one sees it').toEqual([])
  attended = false
  hear(hand(2), said(2))
  expect(played, 'one did it').toEqual([])
  hear(hand(1))
  now += 5000
  hear(said(1))
  expect(played).toEqual(['hand', 'message'])
})

it('who wants none hears none', () => {
  wanted = false
  hear(cleo, knock)
  expect(played).toEqual([])
})
