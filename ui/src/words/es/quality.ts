import type { Catalogue } from '../en'

export const quality: Catalogue['quality'] = {
  bars: {
    1: 'Mala conexión',
    2: 'Conexión débil',
    3: 'Conexión regular',
    4: 'Buena conexión',
  },
  yours: 'Tu conexión',
  title: 'Estadísticas',
  empty: 'Las cifras llegan con la primera otra persona.',
  measuring: 'Midiendo…',
  lastMinute: 'El último minuto',
  received: 'Recibido',
  sent: 'Enviado',
  loss: 'Perdido por el camino',
  roundTrip: 'Ida y vuelta',
  jitter: 'Fluctuación',
  media: {
    received: {
      microphone: 'Su sonido',
      camera: 'Su imagen',
      screen: 'Su pantalla',
      screenSound: 'Sonido de su pantalla',
    },
    sent: {
      microphone: 'Tu sonido',
      camera: 'Tu imagen',
      screen: 'Tu pantalla',
      screenSound: 'Sonido de tu pantalla',
    },
  },
  frames: (number) => `${number} fotogramas/s`,
  size: (width, height) => `${width} × ${height}`,
  limits: {
    cpu: 'reducido, porque este equipo está sobrecargado',
    bandwidth: 'reducido, porque la red es lenta',
    other: 'reducido por el navegador',
  },
  ways: {
    local: 'De equipo a equipo, dentro de tu red.',
    beyond: 'De equipo a equipo, a través de otras redes.',
    direct: 'De equipo a equipo.',
    relay: 'A través de un repetidor (TURN), porque no hay camino directo.',
  },
  path: (protocol, local, remote) => `${protocol}, de ${local} a ${remote}`,
  copy: 'Copiar como texto',
}
