/** Whether this page is in front of somebody's eyes. */
export class Attention {
  readonly #page: Document

  constructor(window: Window, onchange: () => void) {
    this.#page = window.document
    for (const event of ['focus', 'blur']) window.addEventListener(event, onchange)
    this.#page.addEventListener('visibilitychange', onchange)
  }

  get seen(): boolean {
    return this.#page.visibilityState === 'visible' && this.#page.hasFocus()
  }
}
