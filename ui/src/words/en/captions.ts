export const captions = {
  title: 'Captions',
  hint: 'Lines that somebody in the call types for those who cannot hear, over its lower edge.',
  sizes: {
    off: 'Off',
    small: 'Small',
    medium: 'Medium',
    large: 'Large',
  },
  type: 'Type captions',
  field: 'Caption',
  placeholder: 'Type what is said; Enter begins a new line',
  stop: 'Stop typing captions',
  off: 'The host has switched the chat off, and captions with it.',
  line: (name: string, text: string) => `${name}: ${text}`,
}
