/** What the pages of all dialects do alike: devices, tiles, connections, chat. */
import { io } from "./socket.io.esm.min.js";

const query = new URLSearchParams(location.search);
/** The code of a meeting, or whoever is to be called. */
export const whereTo = query.get("to");
export const name = query.get("name");
export const token = query.get("token");

const own = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
show(name, own).muted = true;

export const socket = io(query.get("server"), { auth: { token } });

/** Connections to the others, by the ids that the dialect gives them. */
export class Call {
  #connections = new Map();
  #send;

  /** `send(id, signal)` takes an `offer`, an `answer` or a `candidate` to someone. */
  constructor(send) {
    this.#send = send;
  }

  /** Is ready for someone. */
  meet(id, name) {
    if (this.#connections.has(id)) return;
    const connection = new RTCPeerConnection();
    this.#connections.set(id, { connection, name });
    for (const track of own.getTracks()) connection.addTrack(track, own);
    connection.ontrack = ({ streams }) => show(name, streams[0]);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate !== null) this.#send(id, { candidate });
    };
  }

  async offer(id) {
    const { connection } = this.#connections.get(id);
    await connection.setLocalDescription(await connection.createOffer());
    this.#send(id, { offer: connection.localDescription });
  }

  async hear(id, { offer, answer, candidate }) {
    const { connection } = this.#connections.get(id);
    if (candidate) await connection.addIceCandidate(candidate);
    if (answer) await connection.setRemoteDescription(answer);
    if (offer) {
      await connection.setRemoteDescription(offer);
      await connection.setLocalDescription(await connection.createAnswer());
      this.#send(id, { answer: connection.localDescription });
    }
  }

  part(id) {
    const known = this.#connections.get(id);
    if (known === undefined) return;
    known.connection.close();
    this.#connections.delete(id);
    document.querySelector(`[aria-label="${known.name}"]`)?.remove();
  }
}

/** Shows a line of chat. */
export function read(from, text) {
  const line = document.createElement("p");
  line.textContent = `${from}: ${text}`;
  document.body.append(line);
}

/** Lets the user write, and hands over what they wrote. */
export function write(say) {
  const form = document.createElement("form");
  form.innerHTML = `<input aria-label="Message"><button>Send</button>`;
  form.onsubmit = (event) => {
    event.preventDefault();
    const [input] = form.elements;
    say(input.value);
    input.value = "";
  };
  document.body.append(form);
}

function show(name, stream) {
  let tile = document.querySelector(`[aria-label="${name}"]`);
  if (tile === null) {
    tile = document.createElement("div");
    tile.role = "group";
    tile.ariaLabel = name;
    tile.innerHTML = `<video autoplay playsinline width="160"></video>`;
    document.body.append(tile);
  }
  const video = tile.firstElementChild;
  video.srcObject = stream;
  return video;
}
