import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { app, daemon, files, rpm, unpacked } from "../support/packages.ts";
import { tool } from "../support/tool.ts";

const [ofApp, ofDaemon] = [unpacked(app), unpacked(daemon)];

test.afterAll(() => [ofApp, ofDaemon].forEach((it) => rmSync(it, { recursive: true })));

test("each package is small", () => {
  for (const it of [app, daemon, rpm]) {
    expect(statSync(it).size, it).toBeLessThan(15_000_000);
  }
});

test("the app asks for every library it is linked with, and for what it only calls", () => {
  const depends = tool("dpkg-deb", "--field", app, "Depends");
  for (const it of [
    "libwebkit2gtk-4.1-0",
    "libgtk-3-0",
    "libc6 (>=",
    "libayatana-appindicator3-1",
  ]) {
    expect(depends).toContain(it);
  }
  expect(depends).toContain("xdg-utils");
});

test("the desktop entry is valid, opens links of Hearth's own, and speaks every language", () => {
  const entry = join(ofApp, "usr/share/applications/Hearth.desktop");
  tool("desktop-file-validate", "--warn-kde", entry);
  const text = readFileSync(entry, "utf8");
  expect(text).toMatch(/^Exec=hearth %u$/m);
  expect(text).toMatch(/^MimeType=x-scheme-handler\/hearth;$/m);
  for (const language of ["de", "fr", "es", "ar"]) {
    expect(text).toMatch(new RegExp(`^Comment\\[${language}\\]=.`, "m"));
  }
});

test("the AppStream metadata is valid, and names what is in the package", () => {
  const metadata = join(ofApp, "usr/share/metainfo/app.hearth.desktop.metainfo.xml");
  tool("appstreamcli", "validate", "--no-net", "--pedantic", metadata);
  const text = readFileSync(metadata, "utf8");
  expect(text).toContain('<launchable type="desktop-id">Hearth.desktop</launchable>');
  const version = tool("dpkg-deb", "--field", app, "Version").trim();
  expect(text, "the release is described").toContain(`<release version="${version}"`);
});

test("the icon is there in every size, as a drawing, and in one colour", () => {
  const icons = files(join(ofApp, "usr/share/icons/hicolor"));
  const sizes = [16, 24, 32, 48, 64, 128, 256, 512].map((it) => `/${it}x${it}/apps/hearth.png`);
  expect(icons).toEqual(expect.arrayContaining(sizes));
  expect(icons).toContain("/scalable/apps/hearth.svg");
  expect(icons).toContain("/symbolic/apps/hearth-symbolic.svg");
});

test("the .rpm is whole, asks for its libraries, and has what the .deb has", () => {
  tool("rpm", "--checksig", "--nosignature", rpm);
  const requires = tool("rpm", "-qp", "--nosignature", "--requires", rpm);
  for (const it of ["webkit2gtk4.1", "gtk3", "libayatana-appindicator-gtk3", "xdg-utils"]) {
    expect(requires).toContain(it);
  }
  const inRpm = tool("rpm", "-qp", "--nosignature", "--list", rpm).split("\n");
  const inDeb = files(ofApp).filter((it) => !it.startsWith("/usr/share/doc/"));
  expect(inRpm).toEqual(expect.arrayContaining(inDeb));
});

test("hearthd's unit is understood, and its exposure is under 2", () => {
  const unit = join(ofDaemon, "usr/lib/systemd/system/hearthd.service");
  tool("systemd-analyze", "security", "--offline=true", "--threshold=20", unit);
  // It is looked at beside this machine's units, as if its program were installed here.
  const here = readFileSync(unit, "utf8").replace("=/usr/bin", `=${join(ofDaemon, "usr/bin")}`);
  writeFileSync(unit, here);
  tool("systemd-analyze", "verify", "--man=no", unit);
});

test("hearthd's package keeps an administrator's settings, and comes with a manual", () => {
  expect(tool("dpkg-deb", "--info", daemon, "conffiles")).toBe("/etc/default/hearthd\n");
  const manual = tool("gzip", "-dc", join(ofDaemon, "usr/share/man/man8/hearthd.8.gz"));
  const options = tool(join(ofDaemon, "usr/bin/hearthd"), "--help").matchAll(/--([a-z-]+) </g);
  const names = [...options].map(([, name]) => name!.replaceAll("-", "\\-"));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(manual, "it tells every option").toContain(`\\-\\-${name}`);
});
