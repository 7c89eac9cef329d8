import type { Attachment } from 'svelte/attachments'

/** Shows or sounds a stream in a media element. */
export function source(stream: MediaStream | null): Attachment<HTMLMediaElement> {
  return (element) => {
    if (element.srcObject !== stream) element.srcObject = stream
  }
}
