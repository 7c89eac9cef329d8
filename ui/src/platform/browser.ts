import type { Platform } from './platform'

/** A browser, with what any page may do. */
export const browser: Platform = {
  shell: null,

  save(file, name) {
    const url = URL.createObjectURL(file)
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The browser reads the file after the click has been handled.
    setTimeout(() => {
      URL.revokeObjectURL(url)
    }, 60_000)
  },
}
