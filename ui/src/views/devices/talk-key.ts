import { say } from '../../words/speech.svelte'

// What is held with others, moves on, or writes is no key to talk.
const NO_TALK = /^(Control|Alt|Shift|Meta|OS|Tab|Enter|Escape|Arrow|Page|Home|End|Backspace|Delete)/

/** Whether one can talk while this key is held. */
export function isTalkKey({ code, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return code !== '' && !ctrlKey && !altKey && !metaKey && !NO_TALK.test(code)
}

/** What a key is called, of its `code`. */
export function nameOfKey(code: string): string {
  return code === 'Space' ? say.preferences.shortcuts.space : code.replace(/^(Key|Digit)/, '')
}
