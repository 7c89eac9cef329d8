import { bench } from 'vitest'

import { drawn, person, toolsOnDisk } from '../testing/drawn'
import { Segmenter } from './segmenter'

const segmenter = await Segmenter.open(await toolsOnDisk())
const pixels = drawn(person)

bench('a person is found', () => {
  segmenter.find(pixels)
})
