import { expect, it } from 'vitest'

import { isCommand } from './advice'

it.each([
  ['sudo ufw allow 5353/udp', true],
  ['netsh advfirewall firewall add rule name="Hearth" dir=in action=allow', true],
  ['Allow Hearth in the firewall.', false],
  ['With firewalld:', false],
])('%s: a command is %s', (line, command) => {
  expect(isCommand(line)).toBe(command)
})
