/** Runs in the page: a camera that shows a drawn person, for pictures in the guide. */
export function drawnCamera(hue: number): void {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);

  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await real(constraints);
    if (constraints?.video === undefined || constraints.video === false) return stream;
    for (const track of stream.getVideoTracks()) track.stop();
    return new MediaStream([...stream.getAudioTracks(), ...picture().getVideoTracks()]);
  };

  function picture(): MediaStream {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1280, 720];
    const context = canvas.getContext("2d")!;
    const draw = () => {
      const sway = Math.sin(performance.now() / 900) * 12;
      const wall = context.createLinearGradient(0, 0, 1280, 720);
      wall.addColorStop(0, `hsl(${hue} 32% 78%)`);
      wall.addColorStop(1, `hsl(${hue + 35} 38% 52%)`);
      context.fillStyle = wall;
      context.fillRect(0, 0, 1280, 720);
      context.fillStyle = `hsl(${hue + 180} 26% 30%)`;
      context.beginPath();
      context.ellipse(640 + sway, 760, 330, 300, 0, 0, 7);
      context.fill();
      context.fillStyle = `hsl(${20 + (hue % 30)} 42% 66%)`;
      context.beginPath();
      context.ellipse(640 + sway, 340, 125, 155, 0, 0, 7);
      context.fill();
      context.fillStyle = `hsl(${hue + 20} 30% 20%)`;
      context.beginPath();
      context.ellipse(640 + sway, 265, 140, 110, 0, Math.PI, 0);
      context.fill();
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(10);
  }
}
