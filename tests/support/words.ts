/** What the pages say, in each language. */
import { ar } from "../../ui/src/words/ar/index.ts";
import { de } from "../../ui/src/words/de/index.ts";
import { type Catalogue, en } from "../../ui/src/words/en/index.ts";
import { es } from "../../ui/src/words/es/index.ts";
import { fr } from "../../ui/src/words/fr/index.ts";
import { isolating } from "../../ui/src/words/isolate.ts";
import { LANGUAGES, type Language } from "../../ui/src/words/languages.ts";

const catalogues: Record<Language, Catalogue> = { en, de, fr, es, ar };

export function wordsOf(language: Language): Catalogue {
  return isolating(catalogues[language], LANGUAGES[language].direction);
}
