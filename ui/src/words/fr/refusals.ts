import type { Catalogue } from '../en'

export const refusals: Catalogue['refusals'] = {
  unreachable: 'Hearth est injoignable. Vérifiez qu’il fonctionne et que vous êtes sur son réseau.',
  garbled: 'Autre chose que Hearth a répondu.',

  too_many_requests: 'C’est trop rapide. Patientez un instant.',
  too_many_attempts: 'Trop de tentatives. Patientez quelques minutes.',
  unavailable: 'Le serveur ne peut pas le faire maintenant. Réessayez dans un instant.',
  only_local: 'Cela n’est possible que sur l’ordinateur du serveur lui-même.',
  insecure: 'Ce serveur ne parle aux autres machines que par HTTPS.',
  signed_out: 'Votre session est fermée. Connectez-vous à nouveau.',

  no_such_meeting: 'Aucune réunion n’a ce code. Vérifiez le code.',
  not_joined: 'Rejoignez d’abord la réunion.',
  already_joined: 'Vous avez déjà rejoint la réunion.',
  no_such_participant: 'Cette personne n’est plus ici.',
  not_allowed: 'Seul un hôte peut le faire. Adressez-vous à l’hôte.',
  forbidden_by_policy: 'L’hôte a désactivé cela. Adressez-vous à l’hôte.',
  locked: 'La réunion est verrouillée. Demandez à quelqu’un à l’intérieur de la déverrouiller.',
  removed: 'L’hôte vous a retiré de cette réunion.',
  ended: 'Cette réunion est terminée. Commencez-en une nouvelle.',
  full: 'La réunion est complète. Réessayez quand quelqu’un sera parti.',
  lobby_full: 'Trop de personnes attendent. Réessayez dans un instant.',
  too_many_observers: 'Trop de personnes sont à l’entrée. Réessayez dans un instant.',
  too_many_removed: 'Trop de personnes ont été retirées. Verrouillez plutôt la réunion.',
  too_many_meetings: 'Vous êtes dans trop de réunions. Quittez-en d’abord une.',
  invalid_name: 'Choisissez un nom de 1 à 64 caractères.',
  invalid_message: 'Écrivez un message de 1 à 4000 caractères.',
  no_such_message:
    'Ce message a disparu, ou est trop ancien pour être modifié ou recevoir une réponse.',
  not_yours: 'Seule la personne qui a écrit ce message peut le modifier.',
  private_conversation: 'À un message privé, répondez à la même personne.',
  invalid_poll: 'Proposez de 2 à 10 choix différents, chacun de 1 à 200 caractères.',
  invalid_vote: 'Choisissez parmi ce qui est proposé.',
  no_such_poll: 'Ce sondage a disparu.',
  poll_closed: 'Le vote est terminé.',
  too_many_polls: 'Il y a trop de sondages. Supprimez-en d’abord un.',
  too_many_votes: 'Trop de personnes ont voté.',
  too_many_files: 'Trop de fichiers sont proposés. Retirez-en d’abord un.',
  file_too_large: 'Un fichier peut avoir 2 Go au plus.',
  invalid_file_name: 'Donnez au fichier un nom visible.',
  no_such_file: 'Ce fichier n’est plus proposé.',
  meeting_files_full:
    'Les fichiers de cette réunion prennent toute la place que l’hôte leur accorde.',
  server_files_full: 'L’hôte n’a plus de place pour d’autres fichiers.',
  disk_full: 'L’hôte n’a pas pu écrire le fichier. Son disque est peut-être plein.',
  damaged: 'Le fichier est arrivé endommagé. Envoyez-le à nouveau.',
  file_changed: 'Le fichier a été modifié ou supprimé depuis. Proposez-le à nouveau.',
  invalid_reaction: 'Une réaction est un seul émoji.',
  invalid_target: 'Cela n’est pas possible pour cette personne.',
  invalid_notes:
    'Votre dernière modification n’allait pas avec les notes. Vous les voyez telles que tout le monde les a.',
  notes_update_too_large:
    'C’était trop à la fois, et ce n’est pas dans les notes. Ajoutez-le en plus petites parties.',
  notes_full:
    'Les notes sont pleines. Ce que vous avez écrit en dernier n’y est pas ; mettez ce qui est long dans un fichier.',
  card_too_large:
    'Les informations sur vous sont trop volumineuses. Choisissez une image plus petite.',
  must_ask: 'L’hôte fait entrer les personnes une à une. Ouvrez la réunion dans Hearth.',
  unknown_token: 'Votre place a été libérée. Rejoignez à nouveau la réunion.',
  in_use: 'Des personnes sont dans cette réunion. Supprimez-la quand elle sera terminée.',

  not_standing_by: 'Vous êtes connecté ailleurs. Continuez là-bas.',
  in_call: 'Vous êtes en appel. Terminez-le d’abord.',
  not_online: 'Il n’y a personne à appeler là-bas. Réessayez plus tard.',
  not_available: 'Cette personne n’est pas joignable pour l’instant. Réessayez plus tard.',
  no_such_call: 'Cet appel est terminé. Commencez-en un nouveau.',
  no_call: 'Il n’y a aucun appel en cours.',

  invalid_username:
    'Un nom d’utilisateur comporte de 3 à 32 lettres, chiffres, points, traits d’union et tirets bas.',
  invalid_password: 'Un mot de passe comporte de 8 à 200 caractères.',
  username_taken: 'Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.',
  wrong_credentials: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
  ticket_spent: 'Ce lien a déjà servi, ou est trop ancien. Ouvrez-le à nouveau depuis Hearth.',

  identity_changed:
    'Son identité n’est plus la même. S’il a été réinstallé, oubliez l’ancien dans les paramètres ; sinon, quelqu’un s’est peut-être interposé.',
  impostor: 'Un autre ordinateur répond à sa place. Rien n’a été envoyé.',
  unknown_there:
    'Il connaît cet ordinateur sous une autre identité. Il doit d’abord oublier l’ancienne.',
  refused: 'Quelqu’un a constaté que les symboles diffèrent. Il n’est pas digne de confiance.',
  not_proved: 'Il n’a pas de réunion avec ce code.',
  no_door: 'Il ne laisse entrer personne sans code.',
  no_such_host: 'Cet ordinateur n’est pas sur le réseau, et il n’est pas connu.',
}
