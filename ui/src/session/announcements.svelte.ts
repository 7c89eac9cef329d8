import { say } from '../words/speech.svelte'

/** What can be told aloud, or left out. */
export const TOPICS = ['comings', 'hands', 'chat', 'knocks', 'captions'] as const
export type Topic = (typeof TOPICS)[number]

/** What is summed up when much of it happens at once. */
export type Kind = 'joined' | 'left' | 'hand' | 'said' | 'offered' | 'knocked'

const TOPIC_OF: Record<Kind, Topic> = {
  joined: 'comings',
  left: 'comings',
  hand: 'hands',
  said: 'chat',
  offered: 'chat',
  knocked: 'knocks',
}

// What happens within this time is told together.
const GATHERING = 800
// More of a kind at once are counted.
const ONE_BY_ONE = 2

/** What a screen reader tells of a meeting, without the user looking for it. */
export class Announcements {
  readonly #wanted: (topic: Topic) => boolean
  #said: { key: number; lines: readonly string[] } = $state.raw({ key: 0, lines: [] })
  #counts: Partial<Record<Kind, number>> = {}
  #gathered: { kind: Kind | null; text: string }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(wanted: (topic: Topic) => boolean) {
    this.#wanted = wanted
  }

  /** What is told now; another key when it is told anew. */
  get said(): { key: number; lines: readonly string[] } {
    return this.#said
  }

  /** Whether the user wants to hear of this without looking for it. */
  wants(topic: Topic): boolean {
    return this.#wanted(topic)
  }

  /** Tells a text: of a kind, if the user wants to hear of that, or in any case. */
  tell(text: string, kind: Kind | null = null): void {
    if (kind !== null && !this.wants(TOPIC_OF[kind])) return
    const count = kind === null ? 0 : (this.#counts[kind] ?? 0) + 1
    if (kind !== null) this.#counts[kind] = count
    if (count <= ONE_BY_ONE) this.#gathered.push({ kind, text })
    this.#timer ??= setTimeout(() => {
      this.#speak()
    }, GATHERING)
  }

  #speak(): void {
    const counts = Object.entries(this.#counts) as [Kind, number][]
    const crowds = counts.filter(([, count]) => count > ONE_BY_ONE)
    const isCrowd = (kind: Kind | null) => crowds.some(([it]) => it === kind)
    const lines = [
      ...this.#gathered.filter(({ kind }) => !isCrowd(kind)).map(({ text }) => text),
      ...crowds.map(([kind, count]) => say.announcements.many[kind](count)),
    ]
    this.#said = { key: this.#said.key + 1, lines }
    this.#counts = {}
    this.#gathered = []
    this.#timer = undefined
  }
}
