import type { Plan } from '../../protocol/Plan'
import { icsOf } from '../../session/ics'
import { say } from '../../words/speech.svelte'

/** A planned meeting. */
export interface Planned {
  code: string
  title: string | null
  plan: Plan
}

export function titleOf(title: string | null): string {
  return title ?? say.plans.untitled
}

/** A planned meeting for calendars, with the link that others can open. */
export function invitation({ code, title, plan }: Planned, link: string): string {
  return icsOf({
    uid: `${code}@hearth`,
    start: plan.startsAt,
    end: plan.startsAt + plan.length,
    title: titleOf(title),
    description: say.plans.description(link, code),
    url: link,
    written: Date.now(),
  })
}
