/** How every Chromium of the tests is started. */

export const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export const flags = [
  "--no-sandbox",
  "--use-fake-ui-for-media-stream",
  // Three cameras are encoded and decoded on two cores.
  "--use-fake-device-for-media-stream=fps=10",
  "--auto-select-desktop-capture-source=Entire screen",
  // Two browsers on a machine without a network still reach each other.
  "--allow-loopback-in-peer-connection",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
