/** What hosts allow, or forbid, all participants or one. */
export const RIGHTS = ['microphone', 'camera', 'screen', 'chat', 'notes'] as const
