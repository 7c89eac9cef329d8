import { counter } from '../counting'

export const count = counter('ar')
