/** Something to share that a test knows: a picture that moves, and a note that sounds. */

/** Makes the page share a window with sound, whatever the browser could share. */
export function sharesSound(): void {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [960, 540];
    const context = canvas.getContext("2d")!;
    setInterval(() => {
      context.fillStyle = `hsl(${(performance.now() / 10) % 360} 60% 50%)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 100);
    const audio = new AudioContext();
    const note = audio.createOscillator();
    const sink = audio.createMediaStreamDestination();
    note.connect(sink);
    note.start();
    return Promise.resolve(
      new MediaStream([...canvas.captureStream(10).getTracks(), ...sink.stream.getTracks()]),
    );
  };
}
