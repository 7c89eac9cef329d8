export const picture = {
  title: 'Picture',
  background: 'Background',
  backgrounds: {
    none: 'As it is',
    blurWeak: 'Blur a little',
    blurStrong: 'Blur strongly',
    dawn: 'Dawn',
    sea: 'Sea',
    wood: 'Bookshelf',
    paper: 'Paper',
    night: 'Night',
    own: 'My picture',
  },
  cannot:
    'This browser cannot change your picture before it is sent. Chrome, Edge and other browsers made of Chromium can.',
  room: {
    learn: 'Learn my room',
    again: 'Learn it again',
    states: {
      unknown:
        'Hearth does not know your room yet, so all of your picture is blurred. Press the button, leave the picture, and Hearth looks at the empty room once. Nothing of that leaves this computer.',
      leaving: 'Please leave the picture now.',
      looking: 'Hearth looks at your room. Stay away until you hear a sound.',
      known:
        'Whatever looks like your room is hidden. What is put there later is seen. If the light or the camera changes, learn it again.',
      moved: 'Something moved. Try again with nobody in the picture.',
      lost: 'What the camera sees is not that room any more, so all of your picture is blurred. Learn it again.',
    },
  },
  own: {
    choose: 'Use a picture of mine',
    change: 'Use another picture of mine',
    remove: 'Remove my picture',
    hint: 'It is kept in this browser. The others see it behind you, and get no file.',
    problems: {
      tooLarge: 'That file is too large. Choose one of up to 10 MB.',
      unreadable: 'That is no picture that this browser can read. Choose a JPEG or PNG.',
      unkept: 'This browser keeps no pictures, perhaps because the window is private.',
    },
  },
  brighten: 'Brighten a dark picture',
  brightenHint: 'For evenings, and for windows behind you.',
  isDark: 'It is dark where you are.',
  brightenNow: 'Brighten my picture',
  unpainted: {
    slow: 'This computer is too slow to change your picture, so that is off. If your room was hidden, your camera is off, too: switch it on to be seen as you are.',
    failed:
      'Your picture could not be changed, so that is off. If your room was hidden, your camera is off, too: switch it on to be seen as you are.',
  },
  turn: 'Use the other camera',
  saveData: 'Save data',
  saveDataHint: 'Pictures of people are small and move less, yours and theirs.',
  pause: 'No pictures of others',
  pauseHint: 'You hear the others, and see the screens that they share.',
  saving: 'Data are saved: pictures of people are small, both ways.',
  savingMore: 'Data are saved: your picture is small, and those of the others do not come.',
}
