/** Cuts a text at its web addresses, which are then shown as links. */
export function words(text: string): { text: string; href: string | null }[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'])/u)
    .map((part, index) => ({ text: part, href: index % 2 === 1 ? part : null }))
    .filter((part) => part.text !== '')
}
