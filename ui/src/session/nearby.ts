import type { Neighbour } from '../protocol/Neighbour'
import type { Callee } from './standby.svelte'

/** A meeting that a neighbour announces. */
export interface NearbyMeeting {
  host: string
  /** The name of who is there, if it is told. */
  name: string | null
  /** The first group of its code. */
  tag: string
}

export function meetingsOf(neighbours: readonly Neighbour[]): NearbyMeeting[] {
  return byName(neighbours).flatMap(({ id, name, tags }) =>
    tags.toSorted().map((tag) => ({ host: id, name, tag })),
  )
}

/** Whom one can ring. */
export function peopleOf(neighbours: readonly Neighbour[]): Callee[] {
  return byName(neighbours)
    .filter(({ online }) => online)
    .map(({ id, name }) => ({ id, name }))
}

/** Those without a name come last; nobody changes places with another of the same name. */
function byName(neighbours: readonly Neighbour[]): Neighbour[] {
  const rank = ({ id, name }: Neighbour) => `${name === null ? 1 : 0}${name ?? ''}\n${id}`
  return neighbours.toSorted((a, b) => rank(a).localeCompare(rank(b)))
}
