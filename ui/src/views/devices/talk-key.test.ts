import { expect, it } from 'vitest'

import { isTalkKey, nameOfKey } from './talk-key'

const pressed = (code: string, more = {}) =>
  ({ code, ctrlKey: false, altKey: false, metaKey: false, ...more }) as KeyboardEvent

it.each(['Space', 'KeyT', 'Digit5', 'F8', 'Backquote', 'NumpadAdd'])('%s can be held', (code) => {
  expect(isTalkKey(pressed(code))).toBe(true)
})

it.each(['ShiftLeft', 'Tab', 'Enter', 'Escape', 'ArrowUp', 'PageDown', ''])('%s cannot', (code) => {
  expect(isTalkKey(pressed(code))).toBe(false)
})

it('what is held with others cannot', () => {
  expect(isTalkKey(pressed('KeyT', { ctrlKey: true }))).toBe(false)
})

it('keys are called as they are lettered', () => {
  expect(['Space', 'KeyT', 'Digit5', 'F8'].map(nameOfKey)).toEqual(['Space', 'T', '5', 'F8'])
})
