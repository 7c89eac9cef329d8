import { announcements } from './announcements'
import { call } from './call'
import { callTest } from './callTest'
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
import { plans } from './plans'
import { refusals } from './refusals'
import { ring } from './ring'
import { settings } from './settings'
import { stage } from './stage'
import { symbols } from './symbols'
import { time } from './time'
import { alerts } from './alerts'
import { console } from './console'
import { firstStart } from './firstStart'
import { handOver } from './handOver'
import { preferences } from './preferences'
import { quality } from './quality'
import { steps } from './steps'
import { quit } from './quit'

/** What Hearth says in English; every other language says the same. */
export const en = {
  common,
  home,
  log,
  meeting,
  call,
  people,
  plans,
  news,
  notes,
  devices,
  ring,
  network,
  symbols,
  history,
  settings,
  doctor,
  refusals,
  time,
  alerts,
  console,
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

export type Catalogue = typeof en
