/** Whether a line of advice is to be typed into a terminal rather than read. */
export function isCommand(line: string): boolean {
  return !/[.!?:]$/.test(line.trim())
}
