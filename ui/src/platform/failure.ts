/** Why the desktop app did not do something, in a sentence for people. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure'
}

/** Does what asks the shell; why it did not do it, or null if it did. */
export async function attemptShell(what: () => Promise<void>): Promise<string | null> {
  try {
    await what()
    return null
  } catch (failure) {
    if (!(failure instanceof ShellFailure)) throw failure
    return failure.message
  }
}
