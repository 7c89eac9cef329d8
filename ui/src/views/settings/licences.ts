/** What a package that is part of Hearth may be used by. */
export interface Licence {
  kind: 'rust' | 'npm'
  name: string
  version: string
  licence: string
  /** Places in {@link Licences.texts}. */
  texts: number[]
}

/** Everything that is built into Hearth, and the texts of its licences, each but once. */
export interface Licences {
  packages: Licence[]
  texts: string[]
}

/** Asks for the list that was made with this build; null where there is none. */
export async function readLicences(): Promise<Licences | null> {
  try {
    const response = await fetch('/licences.json')
    return response.ok ? ((await response.json()) as Licences) : null
  } catch {
    // A build without a list answers with a page, which is none.
    return null
  }
}

/** Those whose name or licence has these letters. */
export function matching(packages: readonly Licence[], letters: string): readonly Licence[] {
  const wanted = letters.trim().toLowerCase()
  return packages.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted))
}
