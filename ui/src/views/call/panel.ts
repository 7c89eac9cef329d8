/** What is shown beside the stage, one at a time. */
export type PanelName = 'chat' | 'notes' | 'people' | 'polls' | 'statistics'
