export const handOver = {
  opening: 'Your browser is opening…',
  openingText: 'This window stays with you: mute, chat and hang up here as you like.',
  stuck: 'Your browser did not come into the call',
  stuckText:
    'Perhaps it is still starting, or it cannot hold calls. Open it again, or copy the link into a browser such as Firefox or Chromium.',
  failed: 'No browser opened',
  failedText: 'Copy the link into a browser such as Firefox or Chromium.',
  again: 'Open again',
  link: 'Link for your browser',
  cannot: 'This browser cannot hold calls',
  cannotText:
    'It was built without WebRTC. Open the link in another one, such as Firefox or Chromium.',
  cannotLink: 'Link of the meeting',
}
