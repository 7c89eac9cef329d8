//! Hearth's icon in every size and format that systems ask for, from one drawing.

use std::fs;

use anyhow::{Context, Result};

use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;

const DRAWING: &str = "src-tauri/icons/hearth.svg";

/// The same for systems that cut a shape of their own out of an app's icon.
const MASKABLE: &str = "src-tauri/icons/hearth-maskable.svg";

/// The sizes in which icon themes keep an app's icon.
const SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];

/// What a browser takes for the UI as an app: which drawing, how large, and under which name.
const WEB: [(&str, u32, &str); 4] = [
    (DRAWING, 192, "icon-192.png"),
    (DRAWING, 512, "icon-512.png"),
    (MASKABLE, 512, "icon-maskable.png"),
    (MASKABLE, 180, "apple-touch-icon.png"),
];

/// Draws the icons anew, after a drawing has changed.
pub(crate) fn icons() -> Result<()> {
    if let Some(install) = packages("packaging") {
        install.run()?;
    }
    let scratch = places::scratch("icons");
    draw(DRAWING, &[]).run()?;
    draw(DRAWING, &["--png", &SIZES.map(|size| size.to_string()).join(",")]).run()?;

    let icons = places::root().join("src-tauri/icons");
    let sizes = SIZES.map(|size| format!("{size}x{size}.png"));
    for name in sizes.iter().map(String::as_str).chain(["icon.icns", "icon.ico"]) {
        let drawn = scratch.join(name);
        fs::copy(&drawn, icons.join(name)).with_context(|| format!("{name} was not drawn"))?;
    }
    let public = places::root().join("ui/public");
    fs::copy(places::root().join(DRAWING), public.join("favicon.svg"))?;
    for (drawing, size, name) in WEB {
        draw(drawing, &["--png", &size.to_string()]).run()?;
        let drawn = scratch.join(format!("{size}x{size}.png"));
        fs::copy(&drawn, public.join(name)).with_context(|| format!("{name} was not drawn"))?;
    }
    Ok(())
}

fn draw(drawing: &str, options: &[&str]) -> Program {
    npm("packaging", "run --silent tauri -- icon")
        .arguments([places::root().join(drawing)])
        .arguments(["--output".as_ref(), places::scratch("icons").as_os_str()])
        .arguments(options)
}
