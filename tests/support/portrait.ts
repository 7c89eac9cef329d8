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

/** Runs in the page: whoever shares a screen there shows a drawn plan of a house. */
export function drawnScreen(): void {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1280, 720];
    const context = canvas.getContext("2d")!;
    const draw = () => {
      context.fillStyle = "#f7f5f0";
      context.fillRect(0, 0, 1280, 720);
      context.fillStyle = context.strokeStyle = "#2b3a4a";
      context.font = "600 40px sans-serif";
      context.fillText("Ground floor, second draft", 80, 90);
      context.lineWidth = 7;
      context.strokeRect(80, 140, 780, 500);
      context.lineWidth = 4;
      for (const [x, y, width, height] of [
        [80, 140, 330, 290],
        [410, 140, 450, 200],
        [410, 340, 220, 300],
      ] as const) {
        context.strokeRect(x, y, width, height);
      }
      context.font = "26px sans-serif";
      context.fillText("Kitchen", 190, 290);
      context.fillText("Living room", 560, 250);
      context.fillText("Hall", 490, 500);
      context.fillText("Study", 210, 550);
      context.fillText("Bath", 715, 500);
      context.fillStyle = "#a13f09";
      context.fillRect(410, 210, 8, 80);
      context.fillRect(490, 336, 80, 8);
      context.fillStyle = "#5c6b78";
      context.fillText("Kitchen 24 m²", 930, 190);
      context.fillText("Living room 31 m²", 930, 240);
      context.fillText("Study 18 m²", 930, 290);
      context.fillText("Doors in red", 930, 390);
    };
    draw();
    setInterval(draw, 200);
    return Promise.resolve(canvas.captureStream(5));
  };
}
