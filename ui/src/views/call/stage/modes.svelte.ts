import type { Picture } from '../../../session/stage'
import { type OpenWindow, openWindow } from './window'

/** Called to show the call in the small window; returns what ends that. */
type ShowSmall = (target: HTMLElement) => () => void

/** How the stage is shown beside in its place: on the whole screen, or in a small window. */
export class Modes {
  /** The element that has all that is on the stage; null before it is there. */
  stage: HTMLElement | null = null
  /** What is shown where there is room for one only. */
  front: Picture | null = $state.raw(null)

  readonly #show: ShowSmall
  #full: Element | null = $state.raw(null)
  #window: OpenWindow | null = $state.raw(null)

  constructor(show: ShowSmall) {
    this.#show = show
  }

  /** Whether the browser lets pages fill the screen; iPhones do not. */
  get canFillScreen(): boolean {
    return document.fullscreenEnabled
  }

  /** What fills the screen. */
  get fullElement(): Element | null {
    return this.#full
  }

  get fullScreen(): 'stage' | 'other' | null {
    if (this.#full === null) return null
    return this.#full === this.stage ? 'stage' : 'other'
  }

  /** Whether the browser has small windows that stay on top of others. */
  get canShrink(): boolean {
    return 'documentPictureInPicture' in window || document.pictureInPictureEnabled
  }

  /** Whether the call is shown in a small window. */
  get isSmall(): boolean {
    return this.#window !== null
  }

  /** Lets an element fill the screen, or no longer. */
  async fill(element: Element | null = this.stage): Promise<void> {
    if (element === null || !this.canFillScreen) return
    try {
      if (document.fullscreenElement === element) await document.exitFullscreen()
      else await element.requestFullscreen()
    } catch (error) {
      // The browser wants a click or a key for it.
      console.debug('The screen could not be filled.', error)
    }
  }

  leaveFullScreen(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen()
  }

  /** Shows the call in a small window, or no longer. */
  async toggleSmall(): Promise<void> {
    if (this.#window !== null) this.#window.close()
    else await this.#openSmall()
  }

  /** Follows what the browser does, until the call is over. */
  follow(): () => void {
    const onfullscreen = () => {
      this.#full = document.fullscreenElement
    }
    document.addEventListener('fullscreenchange', onfullscreen)
    // Where browsers open it by themselves when another tab is looked at.
    const unhandle = handleShrinking(() => void this.#openSmall())
    return () => {
      document.removeEventListener('fullscreenchange', onfullscreen)
      unhandle()
      this.#window?.close()
      this.leaveFullScreen()
    }
  }

  async #openSmall(): Promise<void> {
    if (this.#window !== null) return
    try {
      this.#window = await openWindow({
        show: this.#show,
        // What is large comes first.
        video: () => this.stage?.querySelector('video') ?? null,
        onclose: () => (this.#window = null),
      })
    } catch (error) {
      // The browser wants a click or a key for it.
      console.debug('The small window could not be opened.', error)
    }
  }
}

function handleShrinking(open: () => void): () => void {
  const session = (navigator as Partial<Navigator>).mediaSession
  // Not all browsers know this action, nor does the language.
  const action = 'enterpictureinpicture' as MediaSessionAction
  const handle = (handler: MediaSessionActionHandler | null) => {
    try {
      session?.setActionHandler(action, handler)
    } catch {
      // Then it is opened by its button alone.
    }
  }
  handle(open)
  return () => {
    handle(null)
  }
}
