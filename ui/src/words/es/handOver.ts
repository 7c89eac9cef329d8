import type { Catalogue } from '../en'

export const handOver: Catalogue['handOver'] = {
  opening: 'Se está abriendo tu navegador…',
  openingText:
    'Esta ventana se queda contigo: aquí también puedes silenciarte, escribir en el chat y colgar.',
  stuck: 'Tu navegador no ha entrado en la llamada',
  stuckText:
    'Quizá aún se está iniciando, o no admite llamadas. Ábrelo otra vez, o copia el enlace en un navegador como Firefox o Chromium.',
  failed: 'No se ha abierto ningún navegador',
  failedText: 'Copia el enlace en un navegador como Firefox o Chromium.',
  again: 'Abrir otra vez',
  link: 'Enlace para tu navegador',
  cannot: 'Este navegador no admite llamadas',
  cannotText: 'Se compiló sin WebRTC. Abre el enlace en otro, como Firefox o Chromium.',
  cannotLink: 'Enlace de la reunión',
}
