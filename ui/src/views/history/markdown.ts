import type { Poll } from '../../protocol/Poll'
import type { PastMeetingDetails } from '../../protocol/PastMeetingDetails'
import { list } from '../../words/list'
import { say } from '../../words/speech.svelte'
import { size } from '../parts/size'
import { clock, length, moment } from '../parts/time'
import { heading } from './heading'

/** All that is known of a meeting, to be read or put among other notes. */
export function markdownOf({
  meeting,
  attendance,
  chat,
  notes,
  polls,
  files,
}: PastMeetingDetails): string {
  const stays = attendance.map(({ name, from, until }) => {
    const time =
      until === null ? say.history.since(clock(from)) : say.time.span(clock(from), clock(until))
    return `- ${plain(name)}: ${time}`
  })
  const lines = chat.map(({ from, to, text, state, at }) => {
    const whom = to === null ? '' : ` (${say.history.privatelyTo(plain(to))})`
    const words = state === 'deleted' ? `*${say.call.chat.deleted}*` : text
    return `**${plain(from)}**${whom}, ${clock(at)}:\n\n${quoted(words)}`
  })
  const kept = files.map(({ name, from, size: bytes, sha256 }) => {
    const facts = `${size(bytes)}, ${say.files.from(plain(from))}`
    return `- ${plain(name)} (${facts}), SHA-256 \`${sha256}\``
  })
  const parts = [
    `# ${plain(heading(meeting))}`,
    `${moment(meeting.startedAt)} · ${length(meeting.length)} · ${meeting.code}`,
    `## ${say.history.people}`,
    stays.length > 0 ? stays.join('\n') : say.history.nobody,
    ...(polls.length > 0 ? [`## ${say.polls.title}`, ...polls.map(pollOf)] : []),
    ...(kept.length > 0 ? [`## ${say.files.title}`, kept.join('\n')] : []),
    ...(notes === null ? [] : [`## ${say.history.notes}`, notes]),
    `## ${say.history.chat}`,
    ...(lines.length > 0 ? lines : [say.history.nothingWritten]),
  ]
  return `${parts.join('\n\n')}\n`
}

function pollOf({ question, by, choices, votes }: Poll): string {
  const lines = choices.map(({ text, votes, voters }) => {
    const names = voters.length === 0 ? '' : ` (${plain(list(voters))})`
    return `- ${plain(text)}: ${votes}${names}`
  })
  const facts = `${say.polls.by(plain(by))} · ${say.polls.votes(votes)}`
  return `**${plain(question)}** ${facts}\n\n${lines.join('\n')}`
}

/** What a meeting is called in a calendar, and who was there. */
export function summaryOf({ meeting }: PastMeetingDetails): { title: string; people: string } {
  return { title: heading(meeting), people: list(meeting.people) }
}

/** Names say what they say, whatever Markdown would make of it. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ')
}

/** What someone wrote stays apart from what is around it. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
