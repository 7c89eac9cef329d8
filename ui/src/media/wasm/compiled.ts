import { within } from '../within'

const PATIENCE = 15_000

/** What a compiler compiled, of which this is the worker; it is ended. */
export async function compiledBy(compiler: Worker): Promise<WebAssembly.Module> {
  try {
    return await within(PATIENCE, (resolve, reject) => {
      compiler.onmessage = ({ data }: MessageEvent<WebAssembly.Module | null>) => {
        if (data === null) reject(new Error('It was not compiled.'))
        else resolve(data)
      }
      compiler.onerror = () => {
        reject(new Error('The compiler was not loaded.'))
      }
    })
  } finally {
    compiler.terminate()
  }
}
