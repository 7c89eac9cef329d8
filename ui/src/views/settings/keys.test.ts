import { expect, test } from 'vitest'

import { shortcutOf } from './keys'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test.each([
  [{ ...none, key: 'M', code: 'KeyM', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+M'],
  [{ ...none, key: 'µ', code: 'KeyM', altKey: true }, 'Alt+M'],
  [{ ...none, key: 'F9', code: 'F9' }, 'F9'],
  [{ ...none, key: '1', code: 'Digit1', metaKey: true }, 'Super+1'],
])('what is pressed is a shortcut: %o', (pressed, shortcut) => {
  expect(shortcutOf(pressed)).toBe(shortcut)
})

test.each([
  { ...none, key: 'm', code: 'KeyM' },
  { ...none, key: 'M', code: 'KeyM', shiftKey: true },
  { ...none, key: 'Control', code: 'ControlLeft', ctrlKey: true },
])('what is typed, or not yet pressed, is none: %o', (pressed) => {
  expect(shortcutOf(pressed)).toBeNull()
})
