/** A promise that breaks when it is kept too late. */
export function within<T>(
  milliseconds: number,
  executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('It took too long.'))
    }, milliseconds)
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        how(value)
      }
    executor(settle(resolve), settle(reject))
  })
}
