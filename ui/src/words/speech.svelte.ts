import { type Catalogue, en } from './en'
import { isolating } from './isolate'
import { type Choice, LANGUAGES, type Language, type Preferred, choose } from './languages'

// English is always there: whatever else could not be loaded is said in it.
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<Catalogue>> = {
  de: async () => (await import('./de')).de,
  fr: async () => (await import('./fr')).fr,
  es: async () => (await import('./es')).es,
  ar: async () => (await import('./ar')).ar,
}

/** Which language is spoken. */
class Speech {
  #catalogue: Catalogue = $state.raw(isolating(en, 'ltr'))
  #spoken: Choice = $state.raw({ language: 'en', locale: 'en' })
  #wanted: Language = 'en'

  get language(): Language {
    return this.#spoken.language
  }

  /** By whose habits dates, numbers and lists are written. */
  get locale(): string {
    return this.#spoken.locale
  }

  get direction(): 'ltr' | 'rtl' {
    return LANGUAGES[this.language].direction
  }

  get catalogue(): Catalogue {
    return this.#catalogue
  }

  /** Speaks what someone prefers, as soon as it is loaded. */
  async follow(
    preferred: Preferred,
    asked: readonly string[] = navigator.languages,
  ): Promise<void> {
    const choice = choose(preferred, asked)
    this.#wanted = choice.language
    let catalogue: Catalogue
    try {
      catalogue = choice.language === 'en' ? en : await OTHERS[choice.language]()
    } catch {
      // The server is gone or is a newer one; what is spoken goes on.
      return
    }
    if (this.#wanted !== choice.language) return
    this.#catalogue = isolating(catalogue, LANGUAGES[choice.language].direction)
    this.#spoken = choice
  }
}

export const speech = new Speech()

/** Every text, in the language that is spoken; what is shown follows when that changes. */
export const say: Catalogue = Object.defineProperties(
  {} as Catalogue,
  Object.fromEntries(
    (Object.keys(en) as (keyof Catalogue)[]).map((part) => [
      part,
      { enumerable: true, get: () => speech.catalogue[part] },
    ]),
  ),
)
