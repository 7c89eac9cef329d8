import { createSubscriber } from 'svelte/reactivity'

/** The time, told every second to whoever shows it; one timer for all. */
class Now {
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 1000)
    return () => {
      clearInterval(timer)
    }
  })

  get current(): number {
    this.#subscribe()
    return Date.now()
  }
}

export const now = new Now()
