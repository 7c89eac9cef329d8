import type { Finding } from '../../protocol/Finding'
import type { Finding as Words } from '../../words/finding'
import { say } from '../../words/speech.svelte'
import { isCommand } from './advice'

/** A finding in words: the catalogue's if it knows what was found, else the server's. */
export function put(finding: Finding): Pick<Finding, 'topic' | 'text' | 'advice'> {
  const topics: Partial<Record<string, string>> = say.doctor.topics
  const known: Partial<Record<string, Words>> = say.doctor.found
  const topic = topics[finding.topic] ?? finding.topic
  const words = known[finding.code]
  if (words === undefined) return { ...finding, topic }
  const commands = finding.advice.filter(isCommand)
  const sentences = words.advice?.(...finding.facts) ?? []
  return { topic, text: words.text(...finding.facts), advice: [...sentences, ...commands] }
}
