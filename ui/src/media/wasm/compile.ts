/**
 * All that a compiler does: it compiles one program, and hands it to the page. The policy
 * of pages lets nothing be compiled in them; the server gives the scripts of workers that
 * are called compilers, and do nothing else, a policy of their own that does.
 */
export async function compile(address: string): Promise<void> {
  let module: WebAssembly.Module | null = null
  try {
    module = await WebAssembly.compileStreaming(fetch(address))
  } catch (error) {
    console.debug(`${address} could not be compiled.`, error)
  }
  postMessage(module)
}
