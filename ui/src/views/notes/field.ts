import { untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'

import { type Delta, carried, endOf } from '../../session/notes/splice'
import type { Notes } from '../../session/notes.svelte'

/** Makes a text field one in which several write: the caret stays with its letters. */
export function shared(notes: Notes): Attachment<HTMLTextAreaElement> {
  // It follows the notes by itself, and not by being made anew.
  return (it) => untrack(() => share(it, notes))
}

function share(it: HTMLTextAreaElement, notes: Notes): () => void {
  const follow = (delta: Delta, by: 'others' | 'undoing'): void => {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = it
    it.value = notes.text
    if (by === 'undoing') {
      const end = endOf(delta)
      it.setSelectionRange(end, end)
      return
    }
    const isCaret = selectionStart === selectionEnd
    const end = carried(selectionEnd, delta, 'before')
    const start = isCaret ? end : carried(selectionStart, delta, 'behind')
    it.setSelectionRange(Math.min(start, end), end, selectionDirection)
    it.scrollTop = scrollTop
  }

  const write = (): void => {
    notes.write(it.value, it.selectionEnd)
  }

  const on: Partial<{
    [Name in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[Name]) => void
  }> = {
    input: (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) write()
    },
    beforeinput: (event) => {
      // From a menu, or by shaking a phone. What the browser remembers is not one's own alone.
      if (event.inputType === 'historyUndo') notes.undo()
      else if (event.inputType === 'historyRedo') notes.redo()
      else return
      event.preventDefault()
    },
    keydown: (event) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) notes.undo()
      else if ((key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)) notes.redo()
      else return
      event.preventDefault()
    },
    compositionstart: () => {
      notes.hold()
    },
    compositionend: () => {
      write()
      notes.release()
    },
    blur: () => {
      notes.flush()
    },
  }

  const ended = new AbortController()
  for (const [name, listener] of Object.entries(on)) {
    it.addEventListener(name, listener as EventListener, { signal: ended.signal })
  }
  it.value = notes.text
  notes.listen(follow)
  return () => {
    ended.abort()
    notes.listen(null)
    notes.release()
  }
}
