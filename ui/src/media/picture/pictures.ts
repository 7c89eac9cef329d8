import dawn from './backgrounds/dawn.svg'
import night from './backgrounds/night.svg'
import paper from './backgrounds/paper.svg'
import sea from './backgrounds/sea.svg'
import wood from './backgrounds/wood.svg'
import type { Background } from './effects'

const ADDRESSES: Partial<Record<Background, string>> = { dawn, sea, wood, paper, night }

/** Where a picture of ours is; null for what is none. */
export function addressOf(background: Background): string | null {
  return ADDRESSES[background] ?? null
}
