/** What is sent to everyone; the order is that of the media sections. */
export const SLOTS = ['microphone', 'camera', 'screen', 'screenSound'] as const
export type Slot = (typeof SLOTS)[number]
