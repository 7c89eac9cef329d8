const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta']

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/**
 * The keys that were pressed, such as `Ctrl+Shift+M`; null as long as they are
 * no shortcut: one that works everywhere must not be a letter that is typed.
 */
export function shortcutOf({
  key,
  code,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey,
}: Pressed): string | null {
  if (MODIFIERS.includes(key)) return null
  const isFunction = /^F\d{1,2}$/.test(code)
  if (!ctrlKey && !altKey && !metaKey && !isFunction) return null
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super']
  return [...held.filter((it) => it !== false), code.replace(/^(Key|Digit)/, '')].join('+')
}
