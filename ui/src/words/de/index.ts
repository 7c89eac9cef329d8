import type { Catalogue } from '../en'
import { announcements } from './announcements'
import { call } from './call'
import { callTest } from './callTest'
import { captions } from './captions'
import { common } from './common'
import { devices } from './devices'
import { doctor } from './doctor'
import { history } from './history'
import { home } from './home'
import { log } from './log'
import { meeting } from './meeting'
import { network } from './network'
import { news } from './news'
import { notes } from './notes'
import { people } from './people'
import { picture } from './picture'
import { plans } from './plans'
import { polls } from './polls'
import { refusals } from './refusals'
import { ring } from './ring'
import { rooms } from './rooms'
import { settings } from './settings'
import { stage } from './stage'
import { symbols } from './symbols'
import { time } from './time'
import { alerts } from './alerts'
import { console } from './console'
import { files } from './files'
import { firstStart } from './firstStart'
import { handOver } from './handOver'
import { preferences } from './preferences'
import { quality } from './quality'
import { steps } from './steps'
import { quit } from './quit'

/** What Hearth says in German. */
export const de: Catalogue = {
  common,
  home,
  log,
  meeting,
  call,
  captions,
  people,
  picture,
  plans,
  news,
  notes,
  devices,
  ring,
  rooms,
  network,
  symbols,
  history,
  settings,
  doctor,
  polls,
  refusals,
  time,
  alerts,
  console,
  files,
  firstStart,
  handOver,
  preferences,
  announcements,
  quality,
  callTest,
  steps,
  stage,
  quit,
}
