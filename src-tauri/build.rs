//! Hands `tauri.conf.json`, the capabilities and the icons to Tauri.

fn main() {
    println!("cargo::rerun-if-changed=src-tauri/capabilities");
    let attributes =
        tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*");
    tauri_build::try_build(attributes).expect("tauri.conf.json and what it names are in order");
}
