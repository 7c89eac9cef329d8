type Lock = Pick<WakeLockSentinel, 'release'>

/** The part of a page that its screen is kept on by. */
export interface Lamp {
  lock: () => Promise<Lock>
  /** Calls back whenever the page is looked at again. */
  onlook: (looked: () => void) => void
}

/** Keeps the screen on, where the browser can. */
export class Awake {
  readonly #lamp: Lamp
  #wanted = false
  #lock: Promise<Lock | null> | null = null

  constructor(lamp: Lamp) {
    this.#lamp = lamp
    // Browsers let go of the screen with a page that nobody looks at.
    lamp.onlook(() => {
      this.#lock = null
      this.keep(this.#wanted)
    })
  }

  keep(wanted: boolean): void {
    this.#wanted = wanted
    if (wanted) {
      this.#lock ??= this.#lamp.lock().catch(() => null)
    } else {
      void this.#lock?.then((lock) => lock?.release())
      this.#lock = null
    }
  }
}

/** The screen of a browser's page. */
export function lampOf({ navigator, document }: Window): Lamp {
  const { wakeLock } = navigator as Partial<Navigator>
  return {
    lock: () => wakeLock?.request('screen') ?? Promise.reject(new Error('There is no wake lock.')),
    onlook: (looked) => {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') looked()
      })
    },
  }
}
