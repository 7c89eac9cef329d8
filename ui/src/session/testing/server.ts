import { Api } from '../api'
import { Identity } from '../identity'
import { pageMemory } from '../storage'

type Answer = { status?: number; body?: unknown } | (() => Promise<never>)

/** A REST interface that answers as a test says, and remembers what it was asked. */
export class FakeServer {
  readonly asked: string[] = []
  readonly #answers = new Map<string, Answer>()
  readonly api = new Api(new Identity(pageMemory()), '', async (input, init) => {
    const what = `${init?.method ?? 'GET'} ${input as string}`
    const sent = typeof init?.body === 'string' ? ` ${init.body}` : ''
    this.asked.push(what + sent)
    const answer = this.#answers.get(what)
    if (answer === undefined) throw new Error(`The test says nothing of ${what}.`)
    if (typeof answer === 'function') return answer()
    const { status = 200, body } = answer
    return Promise.resolve(
      new Response(body === undefined ? null : JSON.stringify(body), { status }),
    )
  })

  /** What a request such as `GET /api/hosts` is answered from now on. */
  answers(what: string, body?: unknown): void {
    this.#answers.set(what, body === undefined ? { status: 204 } : { body })
  }

  refuses(what: string, code: string, message = `The test says ${code}.`): void {
    this.#answers.set(what, { status: 400, body: { code, message } })
  }
}
