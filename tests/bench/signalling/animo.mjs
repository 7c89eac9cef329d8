/** Meetings of many, found by a code. */

export function animo(io) {
  /** By their codes: `{ members, messages }`, the members by their sockets. */
  const meetings = new Map();

  io.on("connection", (socket) => {
    let roomId = null;

    socket.on("join-call", ({ roomID, username, name, ...media } = {}) => {
      if (!roomID || roomId !== null) return;
      roomId = roomID;
      socket.join(roomId);
      if (!meetings.has(roomId)) meetings.set(roomId, { members: new Map(), messages: [] });
      const { members, messages } = meetings.get(roomId);
      for (const [userId, peer] of members) {
        socket.emit("user-media-update", { userId, ...flags(peer) });
      }
      members.set(socket.id, { username, name, ...media });
      const present = [...members];
      io.to(roomId).emit("user-joined", {
        id: socket.id,
        clients: present.map(([id]) => id),
        username,
        name,
        usernamesMap: Object.fromEntries(present.map(([id, it]) => [id, it.username])),
        namesMap: Object.fromEntries(present.map(([id, it]) => [id, it.name])),
        ...flags(media),
      });
      for (const message of messages) socket.emit("chat-message", ...message);
    });

    socket.on("signal", (to, message) => {
      if (meetings.get(roomId)?.members.has(to)) io.to(to).emit("signal", socket.id, message);
    });

    socket.on("toggle-media", (media = {}) => {
      const member = meetings.get(roomId)?.members.get(socket.id);
      if (!member) return;
      member.audioEnabled = media.peerAudioEnabled;
      member.audioAvailable = media.peerAudioAvailable;
      member.videoEnabled = media.peerVideoEnabled;
      member.videoAvailable = media.peerVideoAvailable;
      socket.to(roomId).emit("user-media-update", { userId: socket.id, ...flags(member) });
    });

    socket.on("chat-message", (sender, data, time) => {
      if (roomId === null) return;
      meetings.get(roomId).messages.push([sender, data, time, socket.id]);
      io.to(roomId).emit("chat-message", sender, data, time, socket.id);
    });

    socket.on("leave-call", leave);
    socket.on("disconnect", leave);

    function leave() {
      const meeting = meetings.get(roomId);
      if (!meeting) return;
      const { username } = meeting.members.get(socket.id);
      meeting.members.delete(socket.id);
      if (meeting.members.size === 0) meetings.delete(roomId);
      socket.leave(roomId);
      io.to(roomId).emit("user-left", socket.id, username);
      roomId = null;
    }
  });
}

function flags({ audioEnabled, audioAvailable, videoEnabled, videoAvailable }) {
  return {
    peerAudioEnabled: audioEnabled,
    peerAudioAvailable: audioAvailable,
    peerVideoEnabled: videoEnabled,
    peerVideoAvailable: videoAvailable,
  };
}
