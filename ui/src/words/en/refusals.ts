/** What is said of the codes with which something is refused; of others the server's own sentence is. */
export const refusals = {
  // Of nobody, or of something else.
  unreachable: 'Hearth cannot be reached. Check that it runs and that you are on its network.',
  garbled: 'Something other than Hearth answered.',

  // Of any request.
  too_many_requests: 'This is too fast. Wait a moment.',
  too_many_attempts: 'Too many attempts. Wait a few minutes.',
  unavailable: 'The server cannot do this now. Try again in a moment.',
  only_local: "This can only be done at the server's own computer.",
  insecure: 'This server speaks to other machines over HTTPS alone.',
  signed_out: 'You were signed out. Sign in again.',

  // Of meetings.
  no_such_meeting: 'There is no meeting with this code. Check the code.',
  not_joined: 'Join the meeting first.',
  already_joined: 'You have joined already.',
  no_such_participant: 'This person is not here any more.',
  not_allowed: 'Only a host can do this. Ask the host.',
  forbidden_by_policy: 'The host has switched this off. Ask the host.',
  locked: 'The meeting is locked. Ask someone inside to unlock it.',
  removed: 'The host removed you from this meeting.',
  ended: 'This meeting is over. Start a new one.',
  full: 'The meeting is full. Try again when someone has left.',
  lobby_full: 'Too many people are waiting. Try again in a moment.',
  too_many_observers: 'Too many people are at the door. Try again in a moment.',
  too_many_removed: 'Too many people were removed. Lock the meeting instead.',
  too_many_meetings: 'You are in too many meetings. Leave one first.',
  invalid_name: 'Choose a name of 1 to 64 characters.',
  invalid_message: 'Write a message of 1 to 4000 characters.',
  no_such_message: 'This message is gone, or too far back to be changed or answered.',
  not_yours: 'Only its writer can change this message.',
  private_conversation: 'Answer a private message to the same person.',
  invalid_poll: 'Ask with 2 to 10 different choices, each of 1 to 200 characters.',
  invalid_vote: 'Choose what is offered.',
  no_such_poll: 'This poll is gone.',
  poll_closed: 'The vote has ended.',
  too_many_polls: 'There are too many polls. Delete one first.',
  too_many_votes: 'Too many people have voted.',
  too_many_files: 'Too many files are offered. Take one back first.',
  file_too_large: 'A file may have 2 GB at most.',
  invalid_file_name: 'Give the file a name that can be seen.',
  no_such_file: 'This file is not offered any more.',
  meeting_files_full: 'The files of this meeting take as much room as the host gives them.',
  server_files_full: 'The host has no room for more files.',
  disk_full: 'The host could not write the file. Its disk may be full.',
  damaged: 'The file arrived damaged. Send it again.',
  file_changed: 'The file was changed or deleted since. Offer it again.',
  invalid_reaction: 'A reaction is a single emoji.',
  invalid_target: 'This cannot be done to this person.',
  invalid_notes: 'Your last change did not fit the notes. You see them as all have them.',
  notes_update_too_large:
    'This was too much at once, and is not in the notes. Put it there in smaller parts.',
  notes_full:
    'The notes are full. What you wrote last is not in them; put what is long into a file.',
  card_too_large: 'What is told about you is too large. Choose a smaller picture.',
  must_ask: 'The host lets people in one by one. Open the meeting in Hearth.',
  unknown_token: 'Your place was given up. Join again.',
  in_use: 'People are in this meeting. Delete it when it is over.',

  // Of rings.
  not_standing_by: 'You are connected elsewhere. Go on there.',
  in_call: 'You are in a call. End it first.',
  not_online: 'Nobody is there to ring. Try again later.',
  not_available: 'This person cannot be rung now. Try again later.',
  no_such_call: 'This call is over. Start a new one.',
  no_call: 'There is no call at hand.',

  // Of accounts.
  invalid_username: 'A username has 3 to 32 letters, digits, dots, hyphens and underscores.',
  invalid_password: 'A password has 8 to 200 characters.',
  username_taken: 'This username is taken. Choose another.',
  wrong_credentials: 'The username or the password is wrong.',
  ticket_spent: 'This link was used already, or is too old. Open it again from Hearth.',

  // Of other computers.
  identity_changed:
    'It has another identity than before. If it was set up anew, forget the old one in the settings; if not, someone may be in between.',
  impostor: 'Another computer answers in its place. Nothing was sent.',
  unknown_there: 'It knows this computer under another identity. It has to forget the old one.',
  refused: 'Someone found that the symbols differ. It is not trusted.',
  not_proved: 'It has no meeting with this code.',
  no_door: 'It lets nobody in without a code.',
  no_such_host: 'There is no such computer on the network, and none was met.',
}
