/** Two people who ring each other by the ids they claim. */

import { randomUUID } from "node:crypto";

const RINGING = 30_000;

export function hellotalk(io) {
  /** By their ids: `{ socket, callId }`. */
  const users = new Map();
  /** By their ids: `{ caller, callee, ringing }`. */
  const calls = new Map();

  io.on("connection", (socket) => {
    let me = null;
    const fail = (message) => socket.emit("error", { message });

    socket.on("user:join", ({ userId } = {}) => {
      if (!userId) return fail("User ID is required");
      if (me !== null && me !== userId) leave("User disconnected");
      const earlier = users.get(userId)?.socket;
      me = userId;
      if (earlier !== socket) {
        users.set(userId, { socket, callId: null });
        earlier?.disconnect();
      }
      socket.emit("user:joined", { userId, socketId: socket.id });
    });

    socket.on("call:initiate", ({ to, callType } = {}) => {
      const [caller, callee] = [users.get(me), users.get(to)];
      if (!caller) return fail("User not authenticated");
      if (caller.callId) return fail("Already in a call");
      if (!callee) return fail("User not found");
      if (callee.callId || callee === caller) return fail("User is not available");
      const callId = randomUUID();
      const ringing = setTimeout(() => end(callId, to, { reason: "No answer" }), RINGING);
      calls.set(callId, { caller: me, callee: to, ringing });
      caller.callId = callee.callId = callId;
      callee.socket.emit("call:incoming", { from: me, callType, callId });
      socket.emit("call:initiated", { callId, to });
    });

    socket.on("call:accept", ({ callId } = {}) => {
      const call = calls.get(callId);
      if (call?.callee !== me) return fail("Call not found or expired");
      clearTimeout(call.ringing);
      tell(call, "call:accepted", { callId, by: me });
    });

    socket.on("call:reject", ({ callId } = {}) => {
      const call = calls.get(callId);
      if (call?.callee !== me) return fail("Call not found or expired");
      forget(callId);
      tell(call, "call:rejected", { callId, by: me });
    });

    socket.on("call:end", ({ callId } = {}) => {
      const call = calls.get(callId);
      if (!call || ![call.caller, call.callee].includes(me)) return fail("Call not found");
      end(callId, me);
    });

    socket.on("call:offer", ({ offer, from, to, callType } = {}) => {
      receiver(from, to)?.emit("call:offer", { offer, from, callType });
    });

    socket.on("call:answer", ({ answer, from, to } = {}) => {
      receiver(from, to)?.emit("call:answer", { answer, from });
    });

    socket.on("ice:candidate", ({ candidate, from, to } = {}) => {
      receiver(from, to)?.emit("ice:candidate", { candidate, from });
    });

    socket.on("user:status", ({ userId } = {}) => {
      const user = users.get(userId);
      socket.emit("user:status", { userId, isOnline: !!user, isInCall: !!user?.callId });
    });

    socket.on("disconnect", () => leave("User disconnected"));

    function receiver(from, to) {
      const [sender, other] = [users.get(me), users.get(to)];
      if (!sender) fail("User not authenticated");
      else if (from !== me) fail("Unauthorized");
      else if (!sender.callId || other?.callId !== sender.callId) fail("Receiver not found");
      else return other.socket;
    }

    function leave(reason) {
      const user = users.get(me);
      if (user?.socket !== socket) return;
      users.delete(me);
      if (user.callId) end(user.callId, me, { reason });
    }
  });

  function end(callId, by, reason = {}) {
    const call = forget(callId);
    tell(call, "call:ended", { callId, by, ...reason });
  }

  function tell({ caller, callee }, event, payload) {
    for (const id of [caller, callee]) users.get(id)?.socket.emit(event, payload);
  }

  function forget(callId) {
    const call = calls.get(callId);
    clearTimeout(call.ringing);
    calls.delete(callId);
    for (const id of [call.caller, call.callee]) {
      const user = users.get(id);
      if (user) user.callId = null;
    }
    return call;
  }
}
