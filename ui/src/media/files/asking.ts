/** A worker that answers each question in its turn. */
export class Asking<Question, Answer> {
  readonly #worker: Worker
  readonly #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []

  constructor(worker: Worker) {
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<{ answer: Answer } | { error: string }>) => {
      const first = this.#waiting.shift()
      if ('error' in data) first?.reject(new Error(data.error))
      else first?.resolve(data.answer)
    }
    worker.onerror = ({ message }) => {
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(message))
    }
  }

  ask(question: Question, transfer: Transferable[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(question, transfer)
    })
  }

  close(): void {
    this.#worker.terminate()
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The worker was ended.'))
  }
}

/** In the worker: answers one question after the other. */
export function answering(answer: (question: unknown) => Promise<unknown>): void {
  let before = Promise.resolve()
  self.onmessage = ({ data }: MessageEvent<unknown>) => {
    before = before.then(async () => {
      try {
        self.postMessage({ answer: await answer(data) })
      } catch (error) {
        self.postMessage({ error: error instanceof Error ? error.name : String(error) })
      }
    })
  }
}
