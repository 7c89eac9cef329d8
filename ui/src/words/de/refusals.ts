import type { Catalogue } from '../en'

export const refusals: Catalogue['refusals'] = {
  unreachable:
    'Hearth ist nicht erreichbar. Bitte prüfen, ob es läuft und ob dieses Gerät in seinem Netzwerk ist.',
  garbled: 'Etwas anderes als Hearth hat geantwortet.',

  too_many_requests: 'Zu viele Anfragen. Bitte einen Moment warten.',
  too_many_attempts: 'Zu viele Versuche. Bitte ein paar Minuten warten.',
  unavailable: 'Der Server kann das gerade nicht. Bitte gleich noch einmal versuchen.',
  only_local: 'Das geht nur am Computer selbst.',
  insecure: 'Dieser Server spricht mit anderen Geräten nur über HTTPS.',
  signed_out: 'Sie wurden abgemeldet. Bitte neu anmelden.',

  no_such_meeting: 'Es gibt keine Besprechung mit diesem Code. Bitte den Code prüfen.',
  not_joined: 'Dazu müssen Sie der Besprechung beitreten.',
  already_joined: 'Sie sind schon beigetreten.',
  no_such_participant: 'Diese Person ist nicht mehr hier.',
  not_allowed: 'Das kann nur ein Gastgeber. Bitte fragen Sie ihn.',
  forbidden_by_policy: 'Der Gastgeber hat das ausgeschaltet. Bitte fragen Sie ihn.',
  locked: 'Die Besprechung ist geschlossen. Jemand, der darin ist, kann sie öffnen.',
  removed: 'Der Gastgeber hat Sie aus dieser Besprechung entfernt.',
  ended: 'Diese Besprechung ist vorbei. Sie können eine neue beginnen.',
  full: 'Die Besprechung ist voll. Bitte noch einmal versuchen, wenn jemand gegangen ist.',
  lobby_full: 'Zu viele warten schon. Bitte gleich noch einmal versuchen.',
  too_many_observers: 'Zu viele stehen an der Tür. Bitte gleich noch einmal versuchen.',
  too_many_removed: 'Zu viele Personen wurden entfernt. Schließen Sie stattdessen die Besprechung.',
  too_many_meetings: 'Sie sind in zu vielen Besprechungen. Bitte zuerst eine andere verlassen.',
  invalid_name: 'Bitte einen Namen mit 1 bis 64 Zeichen wählen.',
  invalid_message: 'Bitte eine Nachricht mit 1 bis 4000 Zeichen schreiben.',
  no_such_message:
    'Diese Nachricht ist gelöscht oder zu alt, um sie zu ändern oder zu beantworten.',
  not_yours: 'Nur wer diese Nachricht geschrieben hat, kann sie ändern.',
  private_conversation: 'Auf eine private Nachricht bitte derselben Person antworten.',
  invalid_poll: 'Fragen Sie mit 2 bis 10 verschiedenen Antworten von je 1 bis 200 Zeichen.',
  invalid_vote: 'Wählen Sie, was zur Wahl steht.',
  no_such_poll: 'Diese Umfrage gibt es nicht mehr.',
  poll_closed: 'Die Abstimmung ist beendet.',
  too_many_polls: 'Es gibt zu viele Umfragen. Löschen Sie zuerst eine.',
  too_many_votes: 'Zu viele Personen haben abgestimmt.',
  too_many_files: 'Es werden zu viele Dateien angeboten. Nehmen Sie erst eine zurück.',
  file_too_large: 'Eine Datei darf höchstens 2 GB haben.',
  invalid_file_name: 'Geben Sie der Datei einen Namen, den man sehen kann.',
  no_such_file: 'Diese Datei wird nicht mehr angeboten.',
  meeting_files_full:
    'Die Dateien dieser Besprechung brauchen schon allen Platz, den der Gastgeber gibt.',
  server_files_full: 'Der Gastgeber hat keinen Platz für weitere Dateien.',
  disk_full: 'Der Gastgeber konnte die Datei nicht schreiben. Vielleicht ist der Datenträger voll.',
  damaged: 'Die Datei ist beschädigt angekommen. Senden Sie sie noch einmal.',
  file_changed: 'Die Datei wurde seitdem geändert oder gelöscht. Bieten Sie sie neu an.',
  invalid_reaction: 'Eine Reaktion ist ein einzelnes Emoji.',
  invalid_target: 'Das geht bei dieser Person nicht.',
  invalid_notes:
    'Ihre letzte Änderung passte nicht zu den Notizen. Sie sehen sie so, wie alle sie haben.',
  notes_update_too_large:
    'Das war zu viel auf einmal und steht nicht in den Notizen. Bitte in kleineren Teilen einfügen.',
  notes_full:
    'Die Notizen sind voll. Ihre letzte Änderung steht nicht darin; Langes gehört in eine Datei.',
  card_too_large: 'Die Angaben über Sie sind zu groß. Bitte ein kleineres Bild wählen.',
  must_ask: 'Der Gastgeber lässt alle einzeln ein. Bitte die Besprechung in Hearth öffnen.',
  unknown_token: 'Ihr Platz wurde freigegeben. Bitte noch einmal beitreten.',
  in_use: 'In dieser Besprechung sind noch Personen. Löschen Sie sie, wenn sie vorbei ist.',

  not_standing_by: 'Sie sind anderswo verbunden. Machen Sie dort weiter.',
  in_call: 'Sie sind in einem Gespräch. Bitte zuerst auflegen.',
  not_online: 'Dort ist niemand zu erreichen.',
  not_available: 'Diese Person ist gerade nicht zu erreichen. Bitte später noch einmal versuchen.',
  no_such_call: 'Dieser Anruf ist vorbei. Sie können einen neuen beginnen.',
  no_call: 'Es gibt gerade kein Gespräch.',

  invalid_username:
    'Ein Benutzername hat 3 bis 32 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.',
  invalid_password: 'Ein Passwort hat 8 bis 200 Zeichen.',
  username_taken: 'Dieser Benutzername ist vergeben. Bitte einen anderen wählen.',
  wrong_credentials: 'Der Benutzername oder das Passwort ist falsch.',
  ticket_spent:
    'Dieser Link wurde schon verwendet oder ist zu alt. Bitte in Hearth noch einmal öffnen.',

  identity_changed:
    'Er hat eine andere Identität als früher. Wurde er neu eingerichtet, vergessen Sie den alten in den Einstellungen; wenn nicht, ist vielleicht jemand dazwischen.',
  impostor: 'Ein anderer Computer antwortet an seiner Stelle. Es wurde nichts gesendet.',
  unknown_there:
    'Er kennt diesen Computer mit einer anderen Identität. Dort muss die alte vergessen werden.',
  refused: 'Jemand hat festgestellt, dass die Symbole verschieden sind. Ihm wird nicht vertraut.',
  not_proved: 'Er hat keine Besprechung mit diesem Code.',
  no_door: 'Er lässt ohne Code niemanden ein.',
  no_such_host: 'Diesen Computer gibt es nicht im Netzwerk, und er ist auch nicht bekannt.',
}
