import { mount } from 'svelte'

import { thisPlatform } from './platform/platform'
import { App } from './session/app.svelte'
import './styles/tokens.css'
import './styles/base.css'
import Root from './views/Root.svelte'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has an #app')

const app = new App(thisPlatform())
mount(Root, { target, props: { app, started: app.start() } })
